// Elements and tiles of /ogc beside the bare SQL that PostGIS answers in the same run, over the same table; and many clients at once.
//
//   node bench/ogc.mjs BASE CONNECTION [ROUNDS]
//
// BASE: a service over PostGIS, http://127.0.0.1:5080; CONNECTION: the same database for psql. Every round asks what nobody asked before, so that
// no answer is one that is kept.
import { execFileSync } from 'node:child_process';

const [base, connection, rounds = '15'] = process.argv.slice(2);
const count = Number(rounds);

await warm();
await items();
await tiles('comuni', 11);
await tiles('comuni', 12);
await tiles('punti', 13);
await tiles('punti', 15);
await sizes();
await firstPage();
await filtered();
await clients();

async function warm() {
  for (let i = 0; i < 20; i++) await get(`/ogc/collections/comuni/items?limit=${900 + i}`);
  for (const id of ['comuni', 'punti', 'sedi']) await get(`/ogc/collections/${id}/items?limit=1`);
  await get(tile('punti', 8, ...place(8, 9.19, 45.464)));
}

async function items() {
  const ours = [];
  for (let i = 0; i < count; i++) ours.push((await get(`/ogc/collections/comuni/items?limit=1000&offset=${i}`)).time);
  const bare = sql(i => `select ST_AsGeoJSON(c.*) from (select * from coverage.comuni order by pro_com_t collate "C" limit 1000 offset ${i}) c`);
  tell('1.000 comuni con geometria', ours, bare);
}

async function tiles(collection, zoom) {
  const asked = [];
  for (let i = 0; i < count; i++) asked.push(place(zoom, 8.9 + (i * 0.097) % 1.6, 45.35 + (i * 0.061) % 0.5));
  const ours = [];
  for (const [row, column] of asked) ours.push((await get(tile(collection, zoom, row, column))).time);
  const bare = sql(i => `with t as (select *, ST_AsMVTGeom(ST_Transform(geom, 3857), ST_TileEnvelope(${zoom}, ${asked[i][1]}, ${asked[i][0]})) as g
    from coverage.${collection} where geom && ST_Transform(ST_TileEnvelope(${zoom}, ${asked[i][1]}, ${asked[i][0]}), 4326))
    select ST_AsMVT(u, 'x', 4096, 'g') from (select ${collection === 'comuni' ? 'pro_com_t, nome, provincia, residenti' : 'id, pro_com_t, residenti'}, g from t) u`);
  tell(`una tessera di ${collection}, zoom ${zoom}`, ours, bare);
}

async function sizes() {
  const largest = [];
  for (let zoom = 0; zoom <= 16; zoom++) {
    let most = 0;
    let slowest = 0;
    for (const [lon, lat] of [[9.19, 45.464], [9.67, 45.695], [10.22, 45.54], [9.08, 45.81]]) {
      const { bytes, time } = await get(tile('punti', zoom, ...place(zoom, lon, lat)));
      most = Math.max(most, bytes);
      slowest = Math.max(slowest, time);
    }
    largest.push(`${zoom}: ${(most / 1000).toFixed(0)} kB, ${slowest.toFixed(0)} ms`);
  }
  console.log(`tessere di punti, la più grande di quattro città per zoom: ${largest.join('; ')}`);
}

async function firstPage() {
  const times = [];
  for (let i = 0; i < count; i++) times.push((await get(`/ogc/collections/punti/items?limit=${100 + i}`)).time);
  console.log(`prima pagina dei punti (100): ${milliseconds(times)}`);
}

async function filtered() {
  const times = [];
  for (let i = 0; i < count; i++) {
    const west = (9 + i * 0.03).toFixed(3);
    times.push((await get(`/ogc/collections/punti/items?bbox=${west},45.4,${(Number(west) + 0.02).toFixed(3)},45.42&sortby=-residenti`)).time);
  }
  console.log(`punti in un riquadro, i più abitati per primi: ${milliseconds(times)}`);
}

async function clients() {
  let errors = 0;
  const from = performance.now();
  for (let round = 0; round < 5; round++) {
    const asked = Array.from({ length: 100 }, (_, i) => i % 2
      ? `/ogc/collections/comuni/items?limit=50&offset=${round * 100 + i}`
      : tile('comuni', 10, ...place(10, 8.6 + (i / 100) * 2.6, 45 + round * 0.25)));
    const statuses = await Promise.all(asked.map(async address => (await fetch(base + address)).status));
    errors += statuses.filter(s => s !== 200 && s !== 204).length;
  }
  console.log(`100 clienti insieme, cinque volte: ${errors} errori, ${((performance.now() - from) / 5).toFixed(0)} ms a volta`);
}

async function get(address) {
  const from = performance.now();
  // Not compressed, as SQL is not.
  const response = await fetch(base + address, { headers: { 'accept-encoding': 'identity' } });
  const bytes = (await response.arrayBuffer()).byteLength;
  if (response.status !== 200 && response.status !== 204) throw new Error(`${address}: ${response.status}`);
  return { time: performance.now() - from, bytes };
}

/** Times of a statement for each round, as psql's own clock says them; the first is not counted. */
function sql(statement) {
  const text = ['\\timing on', statement(0), ...Array.from({ length: count }, (_, i) => statement(i))]
    .map((s, i) => (i === 0 ? s : `${s.replace(/\s+/g, ' ')};`)).join('\n');
  const said = execFileSync('psql', ['-X', '-q', '-A', '-t', connection], { input: `${text}\n`, maxBuffer: 1 << 30 }).toString();
  return [...said.matchAll(/^Time: ([\d.]+) ms/gm)].map(m => Number(m[1])).slice(1);
}

function tell(what, ours, bare) {
  console.log(`${what}: servizio ${milliseconds(ours)}, SQL ${milliseconds(bare)}, rapporto ${(median(ours) / median(bare)).toFixed(2)}`);
}

function milliseconds(times) {
  return `${median(times).toFixed(1)} ms (il peggiore ${Math.max(...times).toFixed(0)})`;
}

function median(times) {
  return [...times].sort((a, b) => a - b)[Math.floor(times.length / 2)];
}

function place(zoom, lon, lat) {
  const tilesAcross = 2 ** zoom;
  const angle = (lat * Math.PI) / 180;
  return [Math.floor(((1 - Math.asinh(Math.tan(angle)) / Math.PI) / 2) * tilesAcross), Math.floor(((lon + 180) / 360) * tilesAcross)];
}

function tile(collection, zoom, row, column) {
  return `/ogc/collections/${collection}/tiles/WebMercatorQuad/${zoom}/${row}/${column}`;
}
