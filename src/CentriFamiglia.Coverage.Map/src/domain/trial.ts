/** What becomes of a sede in a trial: the words of the service. */
export const OPERATIONS = ['add', 'move', 'close', 'change'] as const;
export type Operation = (typeof OPERATIONS)[number];

export type TrialValue = string | number | boolean | readonly string[] | null;

/** One change of a sede, as the service and its command line read it; beside `op` and `id`, columns of a file of sedi. */
export interface TrialChange {
  readonly op: Operation;
  readonly id: string;
  readonly [column: string]: TrialValue;
}

/** Where a sede may be put: at a point, or at the seat of a comune. */
export type Spot = { lon: number; lat: number } | { pro_com_t: string };

const PLACE = ['lon', 'lat', 'pro_com_t', 'precisione'];

/** About ten metres: finer than a hand on a map. */
const round = (degrees: number): number => Math.round(degrees * 1e4) / 1e4;

const placed = (spot: Spot): Record<string, TrialValue> =>
  'lon' in spot ? { lon: round(spot.lon), lat: round(spot.lat) } : { pro_com_t: spot.pro_com_t };

/** A new Spoke, with an id that no sede has. */
export function withSpoke(
  trial: readonly TrialChange[],
  known: Iterable<string>,
  spot: Spot,
  network: string | null,
): { trial: TrialChange[]; id: string } {
  const taken = new Set([...known, ...trial.map((change) => change.id)]);
  let number = 1;
  while (taken.has(`N${number}`)) number++;
  const id = `N${number}`;
  const added: TrialChange = {
    op: 'add',
    id,
    role: 'spoke',
    ...(network ? { network_id: network } : {}),
    ...placed(spot),
  };
  return { trial: [...trial, added], id };
}

/** The sede in another place; what else changes of it stays changed. */
export function withPlace(trial: readonly TrialChange[], id: string, spot: Spot): TrialChange[] {
  const old = trial.find((change) => change.id === id);
  if (!old || old.op === 'close' || old.op === 'move') return put(trial, { op: 'move', id, ...placed(spot) });
  const kept = Object.fromEntries(Object.entries(old).filter(([column]) => !PLACE.includes(column)));
  return put(trial, { ...kept, ...placed(spot), op: old.op, id });
}

/** The sede with another value of a column. */
export function withValue(trial: readonly TrialChange[], id: string, column: string, value: TrialValue): TrialChange[] {
  const old = trial.find((change) => change.id === id);
  const op = old?.op === 'add' ? 'add' : 'change';
  const kept = old && old.op !== 'close' ? old : {};
  return put(trial, { ...kept, [column]: value, op, id });
}

/** The sede closed; one that the trial itself added goes away. */
export const withClosed = (trial: readonly TrialChange[], id: string): TrialChange[] =>
  trial.some((change) => change.id === id && change.op === 'add')
    ? without(trial, id)
    : put(trial, { op: 'close', id });

/** The sede as it is. */
export const without = (trial: readonly TrialChange[], id: string): TrialChange[] =>
  trial.filter((change) => change.id !== id);

/** Each sede has one change, in the place of the first. */
function put(trial: readonly TrialChange[], change: TrialChange): TrialChange[] {
  const at = trial.findIndex(({ id }) => id === change.id);
  return at < 0 ? [...trial, change] : trial.map((old, i) => (i === at ? change : old));
}

const isValue = (value: unknown): value is TrialValue =>
  value === null ||
  typeof value === 'string' ||
  typeof value === 'boolean' ||
  (typeof value === 'number' && Number.isFinite(value)) ||
  (Array.isArray(value) && value.every((item) => typeof item === 'string'));

/** Whether something read from a file or a link is a change. */
export const isChange = (value: unknown): value is TrialChange =>
  typeof value === 'object' &&
  value !== null &&
  !Array.isArray(value) &&
  OPERATIONS.includes((value as TrialChange).op) &&
  typeof (value as TrialChange).id === 'string' &&
  Object.entries(value).every(([column, cell]) => /^[a-z_]+$/.test(column) && isValue(cell));

/** The changes of a file, the body that the service and its command line take; null where it holds none. */
export function readTrialFile(text: string): TrialChange[] | null {
  try {
    const body: unknown = JSON.parse(text);
    const list = Array.isArray(body) ? body : (body as { changes?: unknown } | null)?.changes;
    return Array.isArray(list) && list.every(isChange) ? list : null;
  } catch {
    return null;
  }
}

export const writeTrialFile = (trial: readonly TrialChange[]): string =>
  `${JSON.stringify({ changes: trial }, null, 2)}\n`;
