// Valhalla's matrix over an extract: node matrix.mjs EXTRACT.osm.pbf PLACES.csv FOLDER > RESULT.json
// PLACES.csv: id,lon,lat. RESULT: { milliseconds: [per run of the fastest], fastest, shortest: metres, [row per place, null without a route] }.
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Actor, getConfig } from '@valhallajs/valhallajs';

const RUNS = 3;
const [extract, placesFile, folder] = process.argv.slice(2);
const locations = readFileSync(placesFile, 'utf8')
  .trim()
  .split('\n')
  .slice(1)
  .map((line) => line.split(','))
  .map(([, lon, lat]) => ({ lon: Number(lon), lat: Number(lat) }));

const config = await getConfig({ tileDir: join(folder, 'tiles'), tileExtract: '' });
// The usual limits are those of a public server.
Object.assign(config.service_limits.auto, { max_matrix_location_pairs: locations.length ** 2, max_matrix_distance: 1e6 });
const configFile = join(folder, 'valhalla.json');
writeFileSync(configFile, JSON.stringify(config));
const npx = join(dirname(fileURLToPath(import.meta.url)), 'node_modules', '.bin', 'valhalla');
// It leaves a list of double ways where it stands.
execFileSync(npx, ['build_tiles', '-c', configFile, resolve(extract)], { cwd: folder, stdio: ['ignore', 'ignore', 'inherit'] });

const actor = await Actor.fromConfigFile(configFile);
const milliseconds = [];
const fastest = await metresBy({}, RUNS);
const shortest = await metresBy({ shortest: true }, 1);
process.stdout.write(JSON.stringify({ milliseconds: milliseconds.slice(0, RUNS), fastest, shortest }));

async function metresBy(auto, runs) {
  const query = JSON.stringify({ sources: locations, targets: locations, costing: 'auto', costing_options: { auto }, verbose: false });
  let answer;
  for (let run = 0; run < runs; run++) {
    const start = performance.now();
    answer = await actor.matrix(query);
    milliseconds.push(performance.now() - start);
  }
  return JSON.parse(answer).sources_to_targets.distances.map((row) => row.map((km) => (km === null ? null : Math.round(km * 1000))));
}
