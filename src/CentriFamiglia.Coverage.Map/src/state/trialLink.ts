import { isChange, OPERATIONS, type Operation, type TrialChange, type TrialValue } from '../domain/trial';

/** Columns that a trial by hand has, in a letter each; others stand with their name. */
const SHORT: Record<string, string> = {
  r: 'role',
  n: 'network_id',
  c: 'pro_com_t',
  x: 'lon',
  y: 'lat',
  h: 'opening_hours',
  t: 'name',
  s: 'status',
  v: 'services',
};
const LETTERS = new Map(Object.entries(SHORT).map(([letter, column]) => [column, letter]));
const letterOf = (op: Operation): string => ({ add: 'a', move: 'm', close: 'c', change: 'h' })[op];

/** A longer text makes an address that is no link any more. */
const LONGEST = 6_000;

/** Trials that are too long for an address: it holds their number, and only this page knows what it stands for. */
const KEPT: (readonly TrialChange[])[] = [];

/** The changes as text for an address: `a*N1*r=spoke*c=016024!c*BG01-S2`; reading it gives back the very same changes. */
export function writeTrial(trial: readonly TrialChange[]): string {
  const text = textOf(trial);
  if (text.length <= LONGEST) return text;
  if (!KEPT.includes(trial)) KEPT.push(trial);
  return `@${KEPT.indexOf(trial) + 1}`;
}

/** Whether the changes stand in this page only, not in its address. */
export const isKeptHere = (trial: readonly TrialChange[]): boolean => textOf(trial).length > LONGEST;

const textOf = (trial: readonly TrialChange[]): string =>
  trial
    .map(({ op, id, ...cells }) =>
      [letterOf(op), escaped(id), ...Object.entries(cells).map(([column, value]) => cell(column, value))].join('*'),
    )
    .join('!');

/** The changes of such a text; none where it is not one. */
export function readTrial(text: string): TrialChange[] {
  if (text === '') return [];
  if (text.startsWith('@')) return [...(KEPT[Number(text.slice(1)) - 1] ?? [])];
  try {
    const changes = text.split('!').map(readChange);
    return changes.every(isChange) ? changes : [];
  } catch {
    return [];
  }
}

function readChange(text: string): TrialChange {
  const [letter, id = '', ...cells] = text.split('*');
  const op = OPERATIONS.find((known) => letterOf(known) === letter) as Operation;
  return { ...Object.fromEntries(cells.map(readCell)), op, id: decodeURIComponent(id) };
}

function cell(column: string, value: TrialValue): string {
  const key = LETTERS.get(column) ?? column;
  if (value === null) return key;
  if (typeof value === 'number') return `${key}~${value}`;
  if (typeof value === 'boolean') return `${key}.${value ? 1 : 0}`;
  if (typeof value === 'string') return `${key}=${escaped(value)}`;
  return `${key}:${value.map((item) => `${escaped(item)},`).join('')}`;
}

function readCell(text: string): [string, TrialValue] {
  const [, key = '', kind, value = ''] = /^([a-z_]+)(?:([~.=:])(.*))?$/s.exec(text) ?? [];
  return [SHORT[key] ?? key, readValue(kind, value)];
}

function readValue(kind: string | undefined, value: string): TrialValue {
  if (kind === '~') return Number(value);
  if (kind === '.') return value === '1';
  if (kind === '=') return decodeURIComponent(value);
  return kind === ':' ? value.split(',').slice(0, -1).map(decodeURIComponent) : null;
}

/** What separates, and the sign of the escape itself; the address escapes the rest. */
const escaped = (text: string): string =>
  text.replace(/[%*!,]/g, (sign) => `%${sign.charCodeAt(0).toString(16).padStart(2, '0').toUpperCase()}`);
