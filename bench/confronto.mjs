// Two JSON answers of confronto.sh: the members of the outermost object, rows and features as they are written, the others as what they say.
// Ends with 0 for no difference, 3 where only meta differs, 1 otherwise, and prints the first differences.
import { readFileSync } from 'node:fs';

const [a, b] = process.argv.slice(2).map(file => members(readFileSync(file, 'utf8')));
const out = [];
for (const key of new Set([...a.keys(), ...b.keys()])) {
  const [x, y] = [a.get(key), b.get(key)];
  if (x === y) continue;
  if (x === undefined || y === undefined) out.push(`${key}: only in the ${x === undefined ? 'new' : 'old'}`);
  else if (key === 'rows' || key === 'features') out.push(first(key, x, y));
  else walk(key, JSON.parse(x), JSON.parse(y));
}
const rows = out.some(d => /^(rows|features)\b/.test(d));
console.log(out.slice(0, 5).join('; ').slice(0, 600));
process.exit(out.length === 0 ? 0 : rows ? 1 : out.every(d => d.startsWith('meta')) ? 3 : 1);

function first(key, x, y) {
  let i = 0;
  while (x[i] === y[i]) i++;
  return `${key}: at ${i}: old ...${x.slice(Math.max(0, i - 40), i + 60)}... new ...${y.slice(Math.max(0, i - 40), i + 60)}...`;
}

function walk(path, x, y) {
  if (/(durat[ae]_|_ms$|seconds$|secondi$)/.test(path)) return;
  if (x && y && typeof x === 'object' && typeof y === 'object' && Array.isArray(x) === Array.isArray(y)) {
    for (const key of new Set([...Object.keys(x), ...Object.keys(y)])) walk(`${path}.${key}`, x[key], y[key]);
    return;
  }
  const time = /^\d{4}-\d\d-\d\dT[\d:.]+(Z|\+00:00)$/;
  if (x !== y && !(time.test(x) && time.test(y))) out.push(`${path}: ${JSON.stringify(x)} -> ${JSON.stringify(y)}`);
}

function members(text) {
  const found = new Map();
  if (!text.trimStart().startsWith('{')) return found.set('rows', text);
  let depth = 0, inText = false, start = 0, key = null;
  for (let i = 0; i < text.length; i++) {
    const c = text[i];
    if (inText) { if (c === '\\') i++; else if (c === '"') inText = false; continue; }
    if (c === '"') inText = true;
    else if (c === '{' || c === '[') { if (++depth === 1) start = i + 1; }
    else if (c === ':' && depth === 1) { key = JSON.parse(text.slice(start, i)); start = i + 1; }
    if ((c === ',' && depth === 1) || ((c === '}' || c === ']') && --depth === 0)) {
      if (key !== null) found.set(key, text.slice(start, i).trim());
      start = i + 1;
      key = null;
    }
  }
  return found;
}
