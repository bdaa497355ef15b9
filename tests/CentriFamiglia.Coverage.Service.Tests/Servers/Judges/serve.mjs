// Valhalla over HTTP, as its own service answers: node serve.mjs EXTRACT.osm.pbf FOLDER LIMITS. Says its port, and ends with its input.
import { execFileSync } from 'node:child_process';
import { rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Actor, getConfig } from '@valhallajs/valhallajs';

// What the service calls the errors that the library only words.
const CODES = [
  ['Exceeded max locations', 150],
  ['Path distance exceeds the max distance limit', 154],
  ['No suitable edges near location', 171],
  ['No path could be found for input', 442],
];
const [extract, folder, limits] = process.argv.slice(2);
const config = await getConfig({ tileDir: join(folder, 'tiles'), tileExtract: '' });
const configFile = join(folder, 'valhalla.json');
Object.assign(config.service_limits.auto, JSON.parse(limits));
writeFileSync(configFile, JSON.stringify(config));
const valhalla = join(dirname(fileURLToPath(import.meta.url)), 'node_modules', '.bin', 'valhalla');
// It leaves a list of double ways where it stands.
execFileSync(valhalla, ['build_tiles', '-c', configFile, resolve(extract)], { cwd: folder, stdio: ['ignore', 'ignore', 'inherit'] });
const actor = await Actor.fromConfigFile(configFile);
const actions = { '/sources_to_targets': 'matrix', '/locate': 'locate', '/status': 'status' };

const server = createServer(async (request, response) => {
  let body = '';
  for await (const part of request) body += part;
  const action = actions[new URL(request.url, 'http://valhalla').pathname];
  try {
    if (!action) throw new Error('Try any of: /locate /sources_to_targets /status');
    const answer = await actor[action](body || '{}');
    response.writeHead(200, { 'content-type': 'application/json' }).end(answer);
  } catch (refused) {
    const error = refused.message.replace(/^\w+ error: /, '');
    const error_code = CODES.find(([words]) => error.startsWith(words))?.[1] ?? (action ? 199 : 106);
    response.writeHead(action ? 400 : 404, { 'content-type': 'application/json' }).end(JSON.stringify({ error_code, error, status_code: 400, status: 'Bad Request' }));
  }
});
server.listen(0, '127.0.0.1', () => console.log(server.address().port));
process.stdin.resume().on('end', () => {
  rmSync(folder, { recursive: true, force: true });
  process.exit(0);
});
