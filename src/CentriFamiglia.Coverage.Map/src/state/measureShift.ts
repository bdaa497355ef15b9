import { isKnown } from '../domain/knowledge';
import { isTime } from '../domain/measures';
import { MEASURE_SHIFTS, type MeasureShift } from '../text/otherWords';
import { itemsOf, type MeasureData, type MeasureItem } from './measureData';
import { isInScope, type ViewState } from './viewState';

/** A comune or an area with its value in two states. */
export interface MeasurePair {
  before: MeasureItem;
  after: MeasureItem | undefined;
  shift: MeasureShift;
}

/** Every comune or area of today, with its value in the other state; by code. */
export function measurePairs(today: MeasureData, other: MeasureData, state: ViewState): Map<string, MeasurePair> {
  const later = itemsOf(other, state);
  return new Map(
    [...itemsOf(today, state)].map(([code, before]) => {
      const after = later.get(code);
      return [code, { before, after, shift: shiftOf(today, before, after) }];
    }),
  );
}

/** How many of the ATS chosen get better, worse, stay. */
export function countShifts(today: MeasureData, other: MeasureData, state: ViewState): Record<MeasureShift, number> {
  const counts = Object.fromEntries(MEASURE_SHIFTS.map((shift) => [shift, 0])) as Record<MeasureShift, number>;
  for (const { before, shift } of measurePairs(today, other, state).values())
    if (isInScope(state, before)) counts[shift] += 1;
  return counts;
}

function shiftOf({ measure }: MeasureData, before: MeasureItem, after: MeasureItem | undefined): MeasureShift {
  if (!after || !isKnown(before) || !isKnown(after)) return 'ignoto';
  const [then, now] = [before.value, after.value];
  if (then === null || now === null) return then === now ? 'uguale' : 'ignoto';
  if (then === now) return 'uguale';
  return now < then === isTime(measure) ? 'meglio' : 'peggio';
}
