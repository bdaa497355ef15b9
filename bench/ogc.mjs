// Elements and tiles of /ogc beside the bare SQL that PostGIS answers in the same run, over the same table; and many clients at once.
//
//   node bench/ogc.mjs BASE CONNECTION [ROUNDS [EMBEDDED]]
//
// BASE: a service over PostGIS, http://127.0.0.1:5080; CONNECTION: the same database for psql; EMBEDDED: a service over the embedded store with
// the same content, asked the same in turn. Every round asks what nobody asked before, so that no answer is one that is kept.
import { execFileSync } from 'node:child_process';

const [base, connection, rounds = '15', embedded] = process.argv.slice(2);
const count = Number(rounds);
/** Asked of each kind before anything is counted: a program that has just begun compiles what it runs. */
const warming = 60;
const bases = embedded ? [base, embedded] : [base];

await floor();
await items();
await tiles('comuni', 11);
await tiles('comuni', 12);
await tiles('punti', 13);
await tiles('punti', 15);
await told('prima pagina dei punti (100)', i => `/ogc/collections/punti/items?limit=${100 + i}`);
await told('punti in un riquadro, i più abitati per primi', i => {
  const west = 9 + ((i * 0.0137) % 1.2);
  return `/ogc/collections/punti/items?bbox=${west.toFixed(4)},45.4,${(west + 0.02).toFixed(4)},45.42&sortby=-residenti`;
});
await sizes();
await clients();

/** What an answer takes that asks the store nothing. */
async function floor() {
  const [ours] = await times(() => '/health/live');
  console.log(`una risposta che non chiede nulla al database: ${milliseconds(ours)}`);
}

async function items() {
  const asked = await times(i => `/ogc/collections/comuni/items?limit=${1000 - Math.floor(i / 400)}&offset=${i % 400}`);
  const bare = sql(i => `select ST_AsGeoJSON(c.*) from (select * from coverage.comuni order by pro_com_t collate "C" limit 1000 offset ${i}) c`);
  tell('1.000 comuni con geometria', asked, bare);
}

async function tiles(collection, zoom) {
  const places = tilesOf(zoom, warming + count);
  const counted = places.slice(-count);
  const asked = await times(i => tile(collection, zoom, ...places[i]), places.length - count);
  const bare = sql(i => `with t as (select *, ST_AsMVTGeom(ST_Transform(geom, 3857), ST_TileEnvelope(${zoom}, ${counted[i][1]}, ${counted[i][0]})) as g
    from coverage.${collection} where geom && ST_Transform(ST_TileEnvelope(${zoom}, ${counted[i][1]}, ${counted[i][0]}), 4326))
    select ST_AsMVT(u, 'x', 4096, 'g') from (select ${collection === 'comuni' ? 'pro_com_t, nome, provincia, residenti' : 'id, pro_com_t, residenti'}, g from t) u`);
  tell(`una tessera di ${collection}, zoom ${zoom} (${counted.length} diverse)`, asked, bare);
}

async function sizes() {
  const largest = [];
  for (let zoom = 0; zoom <= 16; zoom++) {
    let most = 0;
    let slowest = 0;
    for (const [lon, lat] of [[9.19, 45.464], [9.67, 45.695], [10.22, 45.54], [9.08, 45.81]]) {
      const { bytes, time } = await get(base, tile('punti', zoom, ...place(zoom, lon, lat)));
      most = Math.max(most, bytes);
      slowest = Math.max(slowest, time);
    }
    largest.push(`${zoom}: ${(most / 1000).toFixed(0)} kB, ${slowest.toFixed(0)} ms`);
  }
  console.log(`tessere di punti, la più grande di quattro città per zoom: ${largest.join('; ')}`);
}

async function clients() {
  for (const one of bases) {
    let errors = 0;
    const from = performance.now();
    for (let round = 0; round < 5; round++) {
      const asked = Array.from({ length: 100 }, (_, i) => i % 2
        ? `/ogc/collections/comuni/items?limit=50&offset=${round * 100 + i}`
        : tile('comuni', 10, ...place(10, 8.6 + (i / 100) * 2.6, 45 + round * 0.25)));
      const statuses = await Promise.all(asked.map(async address => {
        const response = await fetch(one + address);
        await response.arrayBuffer();
        return response.status;
      }));
      errors += statuses.filter(s => s !== 200 && s !== 204).length;
    }
    const where = one === embedded ? ', archivio incorporato' : '';
    console.log(`100 clienti insieme, cinque volte${where}: ${errors} errori, ${((performance.now() - from) / 5).toFixed(0)} ms a volta`);
  }
}

/** Times of each base for `count` addresses, after those that warm. */
async function times(address, warm = warming) {
  const all = bases.map(() => []);
  for (let i = 0; i < warm + count; i++) {
    for (const [at, one] of bases.entries()) {
      const { time } = await get(one, address(i));
      if (i >= warm) all[at].push(time);
    }
  }
  return all;
}

async function told(what, address) {
  const [ours, other] = await times(address);
  console.log(`${what}: servizio ${milliseconds(ours)}${beside(ours, other)}`);
}

async function get(one, address) {
  const from = performance.now();
  // Not compressed, as SQL is not.
  const response = await fetch(one + address, { headers: { 'accept-encoding': 'identity' } });
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

function tell(what, [ours, other], bare) {
  console.log(`${what}: servizio ${milliseconds(ours)}, SQL ${milliseconds(bare)}, rapporto ${ratio(ours, bare)}${beside(ours, other)}`);
}

/** What the embedded store took, and how that is to PostGIS. */
function beside(ours, other) {
  return other ? `; incorporato ${milliseconds(other)}, ${ratio(other, ours)} di PostGIS` : '';
}

function ratio(times, others) {
  return (median(times) / median(others)).toFixed(2);
}

function milliseconds(times) {
  return `${median(times).toFixed(2)} ms (il peggiore ${Math.max(...times).toFixed(0)})`;
}

function median(times) {
  return [...times].sort((a, b) => a - b)[Math.floor(times.length / 2)];
}

/** Different tiles, spread evenly, the same at every run; fewer where a zoom has no more. Of the middle of the region, where none is empty. */
function tilesOf(zoom, most) {
  const [west, south, width, height] = zoom < 12 ? [8.6, 44.9, 2.6, 1.5] : [8.95, 45.15, 1.5, 0.85];
  const found = new Map();
  for (let i = 0; found.size < most && i < most * 50; i++) {
    const [row, column] = place(zoom, west + ((i * 0.7548776662466927) % 1) * width, south + ((i * 0.5698402909980532) % 1) * height);
    found.set(`${row}/${column}`, [row, column]);
  }
  return [...found.values()];
}

function place(zoom, lon, lat) {
  const tilesAcross = 2 ** zoom;
  const angle = (lat * Math.PI) / 180;
  return [Math.floor(((1 - Math.asinh(Math.tan(angle)) / Math.PI) / 2) * tilesAcross), Math.floor(((lon + 180) / 360) * tilesAcross)];
}

function tile(collection, zoom, row, column) {
  return `/ogc/collections/${collection}/tiles/WebMercatorQuad/${zoom}/${row}/${column}`;
}
