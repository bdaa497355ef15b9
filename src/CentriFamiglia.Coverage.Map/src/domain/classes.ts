import { CLASS_WORDS } from '../text/labels';
import { formatExact, formatValue } from '../text/numbers';

/** A class of values: `above < v <= upTo`; the first has no lower bound, the last no upper one. */
export interface ValueClass {
  upTo: number | null;
  label: string;
  fill: string;
}

/** From light to dark, evenly in lightness, safe for the common forms of colour blindness. */
const RAMP = ['#f3f1df', '#cfe3c8', '#93cbbd', '#4fa6ad', '#2a7797', '#274b7a', '#221f4f'];

/** Classes with these upper bounds, ascending, and one above them; the ramp goes from end to end. */
export const classesOf = (bounds: readonly number[]): ValueClass[] =>
  [...bounds, null].map((upTo, index) => ({
    upTo,
    label: labelOf(bounds[index - 1], upTo, formatValue),
    fill: fillAt(bounds.length === 0 ? 0 : Math.round((index / bounds.length) * (RAMP.length - 1))),
  }));

/** Classes of travel minutes, which break at the planning limits; each has the next fill of the ramp. */
export const minuteClasses = (limits: readonly number[]): ValueClass[] => {
  const bounds = minuteBounds(limits);
  return [...bounds, null].map((upTo, index) => ({
    upTo,
    label: `${labelOf(bounds[index - 1], upTo, formatExact)} min`,
    fill: fillAt(index),
  }));
};

/** The planning limits with two finer bounds below the first. */
export function minuteBounds(limits: readonly number[]): number[] {
  const sorted = limits.length ? [...new Set(limits)].sort((a, b) => a - b) : [20];
  const first = sorted[0] as number;
  return [first / 4, first / 2, ...sorted];
}

/** Position of a value, upper bounds inclusive; null where there is no value. */
export function classIndex(value: number | null, classes: readonly ValueClass[]): number | null {
  if (value === null) return null;
  return classes.findIndex((c) => c.upTo === null || value <= c.upTo);
}

function labelOf(above: number | undefined, upTo: number | null, format: (value: number) => string): string {
  if (upTo === null) return above === undefined ? CLASS_WORDS.all : CLASS_WORDS.above(format(above));
  if (above === undefined) return upTo === 0 ? CLASS_WORDS.zero : CLASS_WORDS.upTo(format(upTo));
  return CLASS_WORDS.between(format(above), format(upTo));
}

const fillAt = (index: number): string => RAMP[Math.min(index, RAMP.length - 1)] as string;
