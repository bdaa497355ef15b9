// How long a trial takes while a sede is dragged: a Spoke somewhere else at each request, one request after the other.
// node bench/prova.mjs http://127.0.0.1:5080 [requests] [query]
const [, , host = 'http://127.0.0.1:5080', count = '120', query = 'changed=si'] = process.argv;
const address = new URL(`/api/v1/what-if?${query}`, host);
const warm = 40;
let seed = 1;
const random = () => {
  seed = (seed * 48271) % 2147483647;
  return seed / 2147483647;
};
const round = (value) => Math.round(value * 1e4) / 1e4;
const whole = [];
const trial = [];
let bytes = 0;
for (let i = 0; i < warm + Number(count); i++) {
  const changes = [
    { op: 'add', id: 'N1', role: 'spoke', network_id: 'BG01', lon: round(9.6 + random() * 0.2), lat: round(45.6 + random() * 0.15) },
    { op: 'close', id: 'BG01-S2' },
  ];
  const start = performance.now();
  const answer = await fetch(address, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ changes }) });
  const text = await answer.text();
  if (!answer.ok) throw new Error(text);
  if (i < warm) continue;
  whole.push(performance.now() - start);
  trial.push(JSON.parse(text).meta.durate_ms.prova);
  bytes = text.length;
}
const at = (values, share) => values.sort((a, b) => a - b)[Math.floor(values.length * share)].toFixed(1);
console.log(`${query}: mediana ${at(whole, 0.5)} ms, p90 ${at(whole, 0.9)} ms; di cui la prova ${at(trial, 0.5)} ms; ${bytes} byte`);
