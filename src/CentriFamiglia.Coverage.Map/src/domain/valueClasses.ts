import { formatValue } from '../text/numbers';

export type Classing = 'fisse' | 'quantili';

/** A class of values: `above < v <= upTo`; the first has no lower bound, the last no upper one. */
export interface ValueClass {
  upTo: number | null;
  label: string;
  fill: string;
}

/** From light to dark, evenly in lightness, safe for the common forms of colour blindness. */
const RAMP = ['#f3f1df', '#cfe3c8', '#93cbbd', '#4fa6ad', '#2a7797', '#274b7a', '#221f4f'];

/** Classes with these upper bounds, ascending, and one above them. */
export function classesOf(bounds: readonly number[]): ValueClass[] {
  return [...bounds, null].map((upTo, index) => {
    const above = index === 0 ? null : (bounds[index - 1] as number);
    return { upTo, label: labelOf(above, upTo), fill: fillOf(index, bounds.length) };
  });
}

function labelOf(above: number | null, upTo: number | null): string {
  if (upTo === null) return above === null ? 'tutti' : `oltre ${formatValue(above)}`;
  if (above === null) return upTo === 0 ? 'zero' : `fino a ${formatValue(upTo)}`;
  return `da ${formatValue(above)} a ${formatValue(upTo)}`;
}

/** The ramp from end to end, whatever the number of classes. */
const fillOf = (index: number, last: number): string =>
  RAMP[last === 0 ? 0 : Math.round((index / last) * (RAMP.length - 1))] as string;

/** Position of a value, upper bounds inclusive; null where there is no value. */
export function classIndex(value: number | null, classes: readonly ValueClass[]): number | null {
  if (value === null) return null;
  return classes.findIndex((c) => c.upTo === null || value <= c.upTo);
}

/**
 * Bounds that put about as many values in each of `parts` classes, with three significant digits; where many values are equal
 * there are fewer classes, none of them empty.
 */
export function quantileBounds(values: readonly number[], parts: number): number[] {
  const sorted = [...values].sort((a, b) => a - b);
  const greatest = sorted[sorted.length - 1] ?? 0;
  const cuts = Array.from(
    { length: parts - 1 },
    (_, i) => sorted[Math.ceil(((i + 1) / parts) * sorted.length) - 1] ?? 0,
  );
  const bounds = cuts.map((cut) => Number(cut.toPrecision(3))).filter((bound) => bound < greatest);
  return [...new Set(bounds)].filter((bound, i, all) =>
    sorted.some((v) => v <= bound && (i === 0 || v > (all[i - 1] as number))),
  );
}
