// A CSV of invented demand points: id,pro_com_t,lon,lat,residenti, each point inside its comune (geodata/comuni.geojson). Of every hundred
// rows as many as asked are ugly, in turn of every kind below. The same arguments give the same bytes.
//
//   node bench/punti.mjs FILE ROWS [UGLY_IN_A_HUNDRED]
import { closeSync, openSync, readFileSync, writeSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const [file, rows, ugly = '0'] = process.argv.slice(2);
const comuni = JSON.parse(readFileSync(fileURLToPath(new URL('../geodata/comuni.geojson', import.meta.url)), 'utf8')).features.map(comune);
let state = 20230101;
const kinds = [
  p => [p.id, p.code, '', '', p.residents],
  p => [p.id, '999999', p.lon, p.lat, p.residents],
  p => [p.id, p.code, p.lon, p.lat, 'circa venti'],
  p => [p.id, p.code, '9.19000', '43.00000', p.residents],
  p => [p.id, p.code, p.lat, p.lon, p.residents],
  p => ['P1', p.code, p.lon, p.lat, p.residents],
  p => [p.id, p.code, p.lon, p.lat, '-3'],
  p => [p.id, p.code, 'n.d.', p.lat, p.residents],
  p => [p.id, p.code, p.lon, p.lat],
  p => [p.id, p.code.slice(1), p.lon, p.lat, p.residents],
];
const out = openSync(file, 'w');
let text = 'id,pro_com_t,lon,lat,residenti\n', uglyRows = 0;
for (let i = 1; i <= Number(rows); i++) {
  const c = comuni[(i * 7) % comuni.length];
  const [lon, lat] = inside(c);
  const p = { id: `P${i}`, code: c.code, lon: lon.toFixed(5), lat: lat.toFixed(5), residents: String(1 + (next() * 40 | 0)) };
  const bad = i % 100 >= 100 - Number(ugly);
  text += (bad ? kinds[uglyRows++ % kinds.length](p) : [p.id, p.code, p.lon, p.lat, p.residents]).join(',') + '\n';
  if (text.length > 1 << 20) {
    writeSync(out, text);
    text = '';
  }
}
writeSync(out, text);
closeSync(out);

function next() {
  state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
  return state / 2 ** 32;
}

/** The largest ring of a comune, its box, and its code. */
function comune({ properties, geometry }) {
  const rings = (geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates).map(p => p[0]).sort((a, b) => b.length - a.length);
  const [xs, ys] = [0, 1].map(axis => rings[0].map(p => p[axis]));
  return { code: properties.pro_com_t, ring: rings[0], box: [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)] };
}

/** A point inside, to five decimals. */
function inside(c) {
  const [x0, y0, x1, y1] = c.box;
  for (;;) {
    const p = [x0 + next() * (x1 - x0), y0 + next() * (y1 - y0)].map(v => Number(v.toFixed(5)));
    if (isInside(c.ring, p)) return p;
  }
}

function isInside(ring, [x, y]) {
  let odd = false;
  for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
    const [xi, yi] = ring[i], [xj, yj] = ring[j];
    if (yi > y !== yj > y && x < (xj - xi) * (y - yi) / (yj - yi) + xi) odd = !odd;
  }
  return odd;
}
