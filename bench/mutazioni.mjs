// The figures of a run of Stryker.NET, a line per room, and in vivi.txt what no test noticed. Ends with 1 under a room's minimum.
import { readFileSync, writeFileSync } from 'node:fs';

const folder = process.argv[2];
const rooms = new Map();
const roomOf = new Map();
for (const line of readFileSync(`${folder}/stanze`, 'utf8').trim().split('\n')) {
  const [name, least, file] = line.split('\t');
  rooms.set(name, { name, least: Number(least), Killed: 0, Survived: 0, NoCoverage: 0, Timeout: 0 });
  roomOf.set(file, name);
}

const alive = [];
for (const [path, file] of Object.entries(JSON.parse(readFileSync(`${folder}/reports/mutation-report.json`, 'utf8')).files)) {
  const name = [...roomOf.keys()].find((f) => `/${path.replaceAll('\\', '/')}`.endsWith(f.slice(f.indexOf('/'))));
  if (name === undefined) continue;
  const room = rooms.get(roomOf.get(name));
  const lines = file.source.split('\n');
  for (const mutant of file.mutants.filter((m) => m.status in room)) {
    room[mutant.status]++;
    if (mutant.status === 'Killed' || mutant.status === 'Timeout') continue;
    const { start, end } = mutant.location;
    const was = lines[start.line - 1].slice(start.column - 1, start.line === end.line ? end.column - 1 : undefined);
    const is = (mutant.replacement ?? '').replace(/\s+/g, ' ').slice(0, 160);
    alive.push(`${name}:${start.line} ${mutant.status} ${mutant.mutatorName}: ${was.trim()} -> ${is}`);
  }
}
writeFileSync(`${folder}/vivi.txt`, `${alive.join('\n')}\n`);

const row = (...cells) => console.log(cells.map((c, i) => (i === 0 ? c.padEnd(10) : String(c).padStart(9))).join(''));
row('stanza', 'mutanti', 'uccisi', 'vivi', 'scoperti', 'scaduti', '%', 'minimo');
let failed = false;
for (const r of rooms.values()) {
  const all = r.Killed + r.Survived + r.NoCoverage + r.Timeout;
  const score = all === 0 ? 0 : (100 * (r.Killed + r.Timeout)) / all;
  failed ||= score < r.least;
  row(r.name, all, r.Killed, r.Survived, r.NoCoverage, r.Timeout, score.toFixed(1), r.least);
}
process.exit(failed ? 1 : 0);
