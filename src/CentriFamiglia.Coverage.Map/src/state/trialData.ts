import type { TrialAnswer, TrialArea, TrialRow } from '../api/trialRows';
import type { TrialChange } from '../domain/trial';
import type { Shift } from '../text/viewWords';

/** What the view of the trial adds. */
export interface TrialData {
  changes: readonly TrialChange[];
  /** Null until the first answer. */
  answer: TrialAnswer | null;
}

/** What changes for a comune: its judgement first, then its minutes. */
export function shiftOfComune(row: TrialRow | undefined): Shift {
  if (!row) return 'uguale';
  const shift = judged(row.oltre_limite_prima === false, row.oltre_limite_dopo === false);
  return shift ?? farther(row.minuti_prima, row.minuti_dopo);
}

/** What changes for an area: whether it has a sede, then its minutes. */
export function shiftOfArea(area: TrialArea | undefined): Shift {
  if (!area) return 'uguale';
  const shift = judged(area.verdetto_prima === 'SEDE', area.verdetto_dopo === 'SEDE');
  return shift ?? farther(area.minuti_medi_prima, area.minuti_medi_dopo);
}

const judged = (before: boolean, after: boolean): Shift | null =>
  before === after ? null : after ? 'guadagna' : 'perde';

function farther(before: number | null, after: number | null): Shift {
  if (before === after) return 'uguale';
  return (after ?? Number.POSITIVE_INFINITY) < (before ?? Number.POSITIVE_INFINITY) ? 'meglio' : 'peggio';
}
