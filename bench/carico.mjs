// Load of a served store: people who read views and drag sedi, each with a pause to think. Node 20, nothing to install.
//   node bench/carico.mjs http://127.0.0.1:5080 [users 200] [seconds 300] [pid of the service]
// TOKEN: bearer token, where the service asks who one is.
import { readFileSync } from 'node:fs';

const [base = 'http://127.0.0.1:5080', users = '200', seconds = '300', pid] = process.argv.slice(2);
const headers = process.env.TOKEN ? { authorization: `Bearer ${process.env.TOKEN}` } : {};
const until = performance.now() + Number(seconds) * 1000;
const kinds = new Map();
const errors = new Map();
const memory = [];

const tile = (layer, z, x, y) => `/ogc/collections/${layer}/tiles/WebMercatorQuad/${z}/${y}/${x}?f=mvt&properties=`;
const reads = [
  ['vista', '/api/v1/coverage?level=ambito'],
  ['vista', '/api/v1/gaps?by=comune'],
  ['vista', '/api/v1/gaps?by=ambito'],
  ['vista', '/api/v1/budget'],
  ['vista', '/api/v1/findings?level=ambito'],
  ['vista', '/api/v1/networks'],
  ['vista', '/api/v1/sites'],
  ['pagina', '/'],
  ['tessera', tile('comuni', 8, 134, 91)],
  ['tessera', tile('comuni', 9, 269, 182)],
  ['tessera', tile('ambiti', 8, 134, 91)],
];

function pick(random) {
  if (random() < 0.4)
    return ['trascina', '/api/v1/what-if?changed=si', JSON.stringify({ changes: [{ op: 'move', id: 'BG01-S1', lon: 9.6 + random() / 5, lat: 45.6 + random() / 10 }] })];
  return reads[Math.floor(random() * reads.length)];
}

// A generator of its own for each user: the same load every time.
function generator(seed) {
  let state = seed * 2654435761 + 1;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 4294967296;
  };
}

async function user(number) {
  const random = generator(number);
  const tags = new Map();
  await new Promise((done) => setTimeout(done, random() * 3000));
  while (performance.now() < until) {
    const [kind, path, body] = pick(random);
    const begun = performance.now();
    try {
      const known = tags.get(path);
      const answer = await fetch(base + path, {
        method: body ? 'POST' : 'GET',
        headers: { ...headers, ...(body ? { 'content-type': 'application/json' } : {}), ...(known ? { 'if-none-match': known } : {}) },
        body,
      });
      await answer.arrayBuffer();
      if (answer.headers.get('etag')) tags.set(path, answer.headers.get('etag'));
      if (answer.status >= 400) count(errors, `${kind} ${answer.status}`);
      if (!kinds.has(kind)) kinds.set(kind, []);
      kinds.get(kind).push(performance.now() - begun);
    } catch (broken) {
      count(errors, `${kind} ${broken.cause?.code ?? broken.message}`);
    }
    // A drag asks several times a second for a moment; a reader thinks for seconds.
    await new Promise((done) => setTimeout(done, kind === 'trascina' ? 500 + random() * 1000 : 2000 + random() * 4000));
  }
}

function count(map, key) {
  map.set(key, (map.get(key) ?? 0) + 1);
}

const of = (sorted, share) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))];
const watch = setInterval(() => {
  if (pid) memory.push(Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))[1]) / 1024);
}, 5000);

await Promise.all(Array.from({ length: Number(users) }, (_, i) => user(i + 1)));
clearInterval(watch);
const all = [...kinds.values()].flat().sort((a, b) => a - b);
console.log(`${users} utenti, ${seconds} s: ${all.length} richieste, ${(all.length / Number(seconds)).toFixed(0)} al secondo`);
for (const [kind, times] of [['tutte', all], ...kinds]) {
  const sorted = [...times].sort((a, b) => a - b);
  console.log(`${kind}: ${sorted.length}, mediana ${of(sorted, 0.5).toFixed(0)} ms, p95 ${of(sorted, 0.95).toFixed(0)} ms, p99 ${of(sorted, 0.99).toFixed(0)} ms, massimo ${sorted.at(-1).toFixed(0)} ms`);
}
console.log(`errori: ${errors.size === 0 ? 'nessuno' : [...errors].map(([k, n]) => `${k}: ${n}`).join(', ')}`);
if (memory.length > 2) {
  const third = Math.floor(memory.length / 3), mean = (list) => list.reduce((a, b) => a + b, 0) / list.length;
  console.log(`memoria residente: primo terzo ${mean(memory.slice(0, third)).toFixed(0)} MB, ultimo terzo ${mean(memory.slice(-third)).toFixed(0)} MB, massimo ${Math.max(...memory).toFixed(0)} MB`);
}
