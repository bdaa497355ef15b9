// What a run's reports tell beside its counts: the ten slowest tests, and what was skipped, grouped by reason.
// Usage: node summary.mjs FOLDER, with the .trx files of the .NET projects and the map.json of vitest in it.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const folder = process.argv[2];
const tests = [...readdirSync(folder).filter(file => file.endsWith('.trx')).sort().flatMap(trx), ...vitest()];

const slowest = [...tests].sort((a, b) => b.seconds - a.seconds).slice(0, 10);
console.log('ten slowest tests:');
for (const { name, seconds } of slowest)
  console.log(`${seconds.toFixed(1).padStart(8)} s  ${name}`);

const reasons = new Map();
for (const { project, reason } of tests.filter(test => test.reason !== null)) {
  const projects = reasons.get(reason) ?? reasons.set(reason, new Map()).get(reason);
  projects.set(project, (projects.get(project) ?? 0) + 1);
}
const skips = [...reasons].map(([reason, projects]) => ({ reason, projects, count: [...projects.values()].reduce((a, b) => a + b) }));
console.log(skips.length === 0 ? 'nothing was skipped' : 'skipped, by reason:');
for (const { reason, projects, count } of skips.sort((a, b) => b.count - a.count || (a.reason < b.reason ? -1 : 1)))
  console.log(`${String(count).padStart(8)}    ${reason} (${[...projects].map(([project, n]) => `${project} ${n}`).join(', ')})`);

function trx(file) {
  const project = file.slice(0, -'.trx'.length).replace('CentriFamiglia.Coverage.', '');
  const results = readFileSync(join(folder, file), 'utf8').split('<UnitTestResult ').slice(1);
  return results.map(text => {
    const attributes = text.slice(0, text.indexOf('>'));
    const [hours, minutes, seconds] = (attribute(attributes, 'duration') ?? '0:0:0').split(':').map(Number);
    const skipped = attribute(attributes, 'outcome') === 'NotExecuted';
    const message = /<Message>([\s\S]*?)<\/Message>/.exec(text)?.[1] ?? 'no reason given';
    return {
      project,
      name: shortened(attribute(attributes, 'testName').replace('CentriFamiglia.Coverage.', '')),
      seconds: hours * 3600 + minutes * 60 + seconds,
      reason: skipped ? plain(message).trim().replace(/\s+/g, ' ') : null,
    };
  });
}

function vitest() {
  const report = join(folder, 'map.json');
  if (!existsSync(report))
    return [];
  return JSON.parse(readFileSync(report, 'utf8')).testResults.flatMap(file => file.assertionResults.map(test => ({
    project: 'map',
    name: shortened(`map: ${test.fullName}`),
    seconds: (test.duration ?? 0) / 1000,
    reason: ['pending', 'skipped', 'todo', 'disabled'].includes(test.status) ? 'skipped in the map\'s own tests' : null,
  })));
}

function attribute(text, name) {
  const value = new RegExp(`(?:^|\\s)${name}="([^"]*)"`).exec(text)?.[1];
  return value === undefined ? undefined : plain(value);
}

function plain(text) {
  return text.replace(/&#x([0-9a-f]+);/gi, (_, hex) => String.fromCodePoint(parseInt(hex, 16)))
    .replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&apos;', "'").replaceAll('&amp;', '&');
}

function shortened(name) {
  return name.length > 180 ? `${name.slice(0, 177)}...` : name;
}
