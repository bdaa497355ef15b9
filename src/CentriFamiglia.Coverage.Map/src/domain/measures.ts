import type { Measure } from '../text/measureWords';
import { formatDecimal, formatValue } from '../text/numbers';
import { minuteBounds } from './classes';
import { atLeast, atMost, type Knowledge } from './knowledge';

/** Whether values are minutes: less is better, and the planning limits break the classes. */
export const isTime = (measure: Measure): boolean =>
  measure === 'nearest' || measure === 'second' || measure === 'third';

/** The value of a measure: minutes to the tenth, so that they stand one under the other; what is reached to three digits. */
export const measureFigure = (measure: Measure, value: number | null): string =>
  isTime(measure) ? formatDecimal(value) : formatValue(value);

/** A figure where a sede may be missing from the list: it could only lower minutes, and only raise what is reached; of the rest nothing can be said. */
export function bounded(measure: Measure, row: Knowledge, figure: string): string {
  if (isTime(measure)) return atMost(row, figure);
  const grows =
    measure === 'cumulative' ||
    measure === 'gravity' ||
    measure === '2sfca' ||
    measure === 'm2sfca' ||
    measure.startsWith('e2sfca');
  return grows ? atLeast(row, figure) : figure;
}

/** Upper bounds of the fixed classes, the same whatever is shown; the last class has none. */
export function fixedBounds(measure: Measure, limits: readonly number[]): number[] {
  if (isTime(measure)) return minuteBounds(limits);
  if (measure === 'cumulative') return [0, 2, 5, 10, 20, 40];
  if (measure === 'gravity') return [0, 0.25, 0.5, 1, 2, 4];
  if (measure === 'bfca') return [0, 0.001, 0.0025, 0.005, 0.01, 0.02];
  return [0, 0.005, 0.01, 0.02, 0.04, 0.08];
}
