import { RAMP } from './minuteClasses';

/** How the values of a measure are parted into classes. */
export type Classing = 'fisse' | 'quantili';

export const CLASSING_WORDS: Record<Classing, string> = { fisse: 'Fisse', quantili: 'Quantili' };

/** A class of values: `above < v <= upTo`; the first one includes the least value, the last one has no upper bound. */
export interface ValueClass {
  above: number;
  upTo: number | null;
  fill: string;
}

const MOST = 5;

/**
 * Classes of a measure. Fixed ones part the range into steps of a round size, so that two views can be compared; quantiles put as many
 * areas into each, so that one view tells them apart. Fewer classes come out where values repeat.
 */
export function valueClasses(values: readonly number[], classing: Classing): ValueClass[] {
  const sorted = values.filter(Number.isFinite).sort((a, b) => a - b);
  if (sorted.length === 0) return [];
  const bounds = classing === 'fisse' ? roundSteps(sorted) : quantiles(sorted);
  return [...bounds, null].map((upTo, index) => ({
    above: index === 0 ? (sorted[0] as number) : (bounds[index - 1] as number),
    upTo,
    fill: shade(index, bounds.length + 1),
  }));
}

/** Position of a value in the classes, upper bounds inclusive; null where there is no value. */
export function valueClassOf(value: number | null | undefined, classes: readonly ValueClass[]): number | null {
  if (value === null || value === undefined || !Number.isFinite(value) || classes.length === 0) return null;
  return classes.findIndex((c) => c.upTo === null || value <= c.upTo);
}

/** Upper bounds of all classes but the last: multiples of 1, 2 or 5 times a power of ten. */
function roundSteps(sorted: readonly number[]): number[] {
  const least = sorted[0] as number;
  const most = sorted[sorted.length - 1] as number;
  if (most <= least) return [];
  const step = roundUp((most - least) / MOST);
  const bounds: number[] = [];
  for (let i = Math.floor(least / step) + 1; i * step < most; i++) bounds.push(Number((i * step).toPrecision(12)));
  return bounds;
}

function roundUp(size: number): number {
  const power = 10 ** Math.floor(Math.log10(size));
  return ([1, 2, 5, 10].find((m) => m * power >= size * (1 - 1e-9)) as number) * power;
}

function quantiles(sorted: readonly number[]): number[] {
  const most = sorted[sorted.length - 1] as number;
  const bounds = Array.from(
    { length: MOST - 1 },
    (_, i) => sorted[Math.ceil(((i + 1) / MOST) * sorted.length) - 1] as number,
  );
  return [...new Set(bounds)].filter((bound) => bound < most);
}

/** Evenly spread over the colours, the darkest left for names to stand out. */
function shade(index: number, count: number): string {
  const last = RAMP.length - 2;
  return RAMP[count === 1 ? 2 : Math.round((index / (count - 1)) * last)] as string;
}
