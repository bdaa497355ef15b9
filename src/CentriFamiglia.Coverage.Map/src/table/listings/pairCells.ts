import { pair } from '../../domain/trialWords';
import { formatCount, formatDecimal } from '../../text/numbers';
import type { Cell } from './cells';

/** A figure in two states. */
export const pairCell = (
  before: number | null,
  after: number | null,
  format: (value: number | null) => string,
): Cell => ({
  text: pair(format(before), format(after)),
  value: after,
  before,
});

/** The second less the first. */
export function differenceCell(before: number | null, after: number | null, digits: 0 | 1): Cell {
  const value = before === null || after === null ? null : after - before;
  const format = digits === 0 ? formatCount : formatDecimal;
  return { text: value !== null && value > 0 ? `+${format(value)}` : format(value), value };
}
