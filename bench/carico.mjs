// Load of a served store: people who read views and drag sedi, each with a pause to think, while one keeps changing a sede.
// Node 20, nothing to install. It writes: only on a store made for it.
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
  ['vista', '/api/v1/findings'],
  ['vista', '/api/v1/measures?by=ambito'],
  ['vista', '/api/v1/catchments'],
  ['vista', '/api/v1/week?by=ambito'],
  ['vista', '/api/v1/networks'],
  ['vista', '/api/v1/sites'],
  ['pagina', '/'],
  ['tessera', tile('comuni', 8, 134, 91)],
  ['tessera', tile('comuni', 9, 269, 182)],
  ['tessera', tile('ambiti', 8, 134, 91)],
];

const moved = (random) => JSON.stringify({ changes: [{ op: 'move', id: 'BG01-S1', lon: 9.6 + random() / 5, lat: 45.6 + random() / 10 }] });

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
  await rest(random() * 3000);
  while (performance.now() < until) {
    if (random() < 0.2) {
      // A drag asks several times a second, for a moment.
      for (let move = 0; move < 10; move++) {
        await ask('trascina', '/api/v1/what-if?changed=si', tags, { method: 'POST', body: moved(random) });
        await rest(150 + random() * 100);
      }
    } else await ask(...reads[Math.floor(random() * reads.length)], tags);
    await rest(2000 + random() * 4000);
  }
}

/** Every change makes all that was kept of the store old: the next reader pays for it. */
async function writer() {
  const random = generator(0);
  while (performance.now() < until) {
    await rest(20_000);
    const tags = new Map();
    const path = '/api/v1/sites/BG01-S1';
    await ask('scrive', path, tags);
    const body = JSON.stringify({ opening_hours: `Mo-Fr 09:00-${10 + Math.floor(random() * 10)}:00` });
    await ask('scrive', path, tags, { method: 'PATCH', body, headers: { 'if-match': tags.get(path) } });
  }
}

const rest = (milliseconds) => new Promise((done) => setTimeout(done, milliseconds));

async function ask(kind, path, tags, { body, method = 'GET', headers: more = {} } = {}) {
  const begun = performance.now();
  try {
    const known = method === 'GET' ? tags.get(path) : undefined;
    const answer = await fetch(base + path, {
      method,
      headers: { ...headers, ...more, ...(body ? { 'content-type': 'application/json' } : {}), ...(known ? { 'if-none-match': known } : {}) },
      body,
    });
    await answer.arrayBuffer();
    if (answer.headers.get('etag')) tags.set(path, answer.headers.get('etag'));
    if (answer.status >= 400) count(errors, `${kind} ${path} ${answer.status}`);
    if (!kinds.has(kind)) kinds.set(kind, []);
    kinds.get(kind).push(performance.now() - begun);
  } catch (broken) {
    count(errors, `${kind} ${path} ${broken.cause?.code ?? broken.message}`);
  }
}

function count(map, key) {
  map.set(key, (map.get(key) ?? 0) + 1);
}

const of = (sorted, share) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))];
const megabytes = (metrics, name) =>
  [...metrics.matchAll(new RegExp(`^${name}(?:{[^}]*})? (\\d+)`, 'gm'))].reduce((sum, [, value]) => sum + Number(value), 0) / 1024 ** 2;

// Resident, alive after the last collection, and of it the answers kept: what grows says which of them.
const watch = setInterval(async () => {
  if (!pid) return;
  const resident = Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))[1]) / 1024;
  const metrics = await (await fetch(`${base}/metrics`)).text();
  memory.push([resident, megabytes(metrics, 'dotnet_gc_last_collection_heap_size_bytes'), megabytes(metrics, 'coverage_answers_size_bytes')]);
}, 5000);

await Promise.all([writer(), ...Array.from({ length: Number(users) }, (_, i) => user(i + 1))]);
clearInterval(watch);
const all = [...kinds.values()].flat().sort((a, b) => a - b);
console.log(`${users} utenti, ${seconds} s: ${all.length} richieste, ${(all.length / Number(seconds)).toFixed(0)} al secondo`);
for (const [kind, times] of [['tutte', all], ...kinds]) {
  const sorted = [...times].sort((a, b) => a - b);
  console.log(`${kind}: ${sorted.length}, mediana ${of(sorted, 0.5).toFixed(0)} ms, p95 ${of(sorted, 0.95).toFixed(0)} ms, p99 ${of(sorted, 0.99).toFixed(0)} ms, massimo ${sorted.at(-1).toFixed(0)} ms`);
}
console.log(`errori: ${errors.size === 0 ? 'nessuno' : [...errors].map(([k, n]) => `${k}: ${n}`).join(', ')}`);
for (let minute = 0; minute * 12 < memory.length; minute++) {
  const rows = memory.slice(minute * 12, minute * 12 + 12);
  const mean = (column) => (rows.reduce((sum, row) => sum + row[column], 0) / rows.length).toFixed(0);
  console.log(`minuto ${minute + 1}: memoria residente ${mean(0)} MB, viva ${mean(1)} MB, di cui risposte ${mean(2)} MB`);
}
