import type { TrialAnswer, TrialArea, TrialRow } from '../api/trialRows';
import { isKnown } from '../domain/knowledge';
import type { Shift } from '../text/viewWords';
import type { Level } from '../text/words';

/** What changes for a comune: its judgement first, then its minutes, where both sides are known. */
export function shiftOfComune(row: TrialRow | undefined): Shift {
  if (!row) return 'uguale';
  // A limit that is no longer known to be met is not a limit lost.
  if (!isKnown(row)) return 'ignoto';
  const shift = judged(row.oltre_limite_prima === false, row.oltre_limite_dopo === false);
  const wasKnown = row.minuti_prima !== null || row.oltre_limite_prima !== null;
  return shift ?? (wasKnown ? farther(row.minuti_prima, row.minuti_dopo) : 'ignoto');
}

/** What changes for an area: whether it has a sede, then its minutes, where both sides are known. */
export function shiftOfArea(area: TrialArea | undefined): Shift {
  if (!area) return 'uguale';
  // A sede that is no longer known of is not one lost.
  if (area.verdetto_dopo === 'NON_CARICATO') return area.verdetto_prima === 'NON_CARICATO' ? 'uguale' : 'ignoto';
  const shift = judged(area.verdetto_prima === 'SEDE', area.verdetto_dopo === 'SEDE');
  const wasKnown = area.minuti_medi_prima !== null || area.verdetto_prima !== 'NON_CARICATO';
  return shift ?? (wasKnown && isKnown(area) ? farther(area.minuti_medi_prima, area.minuti_medi_dopo) : 'ignoto');
}

/** What changes for the comuni, or for the areas of a level, that change. */
export const shiftsOf = ({ rows, areas }: TrialAnswer, level: Level): Shift[] =>
  level === 'comune' ? [...rows.values()].map(shiftOfComune) : [...areasOf(areas, level).values()].map(shiftOfArea);

/** The areas of a level that change, by code. */
export const areasOf = (areas: readonly TrialArea[], level: Level): Map<string, TrialArea> =>
  new Map(areas.filter((area) => area.livello === level).map((area) => [area.codice, area]));

const judged = (before: boolean, after: boolean): Shift | null =>
  before === after ? null : after ? 'guadagna' : 'perde';

function farther(before: number | null, after: number | null): Shift {
  if (before === after) return 'uguale';
  return (after ?? Number.POSITIVE_INFINITY) < (before ?? Number.POSITIVE_INFINITY) ? 'meglio' : 'peggio';
}
