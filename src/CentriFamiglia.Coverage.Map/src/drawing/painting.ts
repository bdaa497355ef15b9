import type { ComuneRow } from '../api/rows';
import { classIndex, type ValueClass } from '../domain/classes';
import { isKnown } from '../domain/knowledge';
import { SHARE_CLASSES } from '../domain/resources';
import type { AreaRecord, ProposalData } from '../state/viewData';
import type { ViewState } from '../state/viewState';
import type { Statistic } from '../text/viewWords';
import type { Outcome } from '../text/words';
import { type Paint, plain } from './paint';
import {
  ASIDE,
  BEYOND_LIMIT,
  IN_CATCHMENT,
  NOT_KNOWN,
  OUTCOME_PAINTS,
  OVERSPENT,
  UNREACHABLE,
  VERDICT_PAINTS,
} from './styles';

/** Share of residents beyond the limit above which an area does not meet the planning criterion (90 % within). */
export const TOLERATED_SHARE_PCT = 10;

/** An area in the colour of its most serious finding; null where none is wanted. */
export const paintOutcome = (outcome: Outcome | null): Paint => (outcome === null ? ASIDE : OUTCOME_PAINTS[outcome]);

/** A value in the colour of its class, with the lines of the criterion where it is beyond. */
export function paintValue(value: number | null, classes: readonly ValueClass[], beyond = false): Paint {
  const index = classIndex(value, classes);
  if (index === null) return UNREACHABLE;
  const { fill } = classes[index] as ValueClass;
  return beyond ? { fill, ...BEYOND_LIMIT } : plain(fill);
}

/** The money of an ATS: by the share that is free; what is not known, and what exceeds it, is told apart. */
export function paintFree(share: number | null): Paint {
  if (share === null) return NOT_KNOWN;
  return share < 0 ? OVERSPENT : paintValue(share, SHARE_CLASSES);
}

export const areaMinutes = (area: AreaRecord, statistic: Statistic): number | null =>
  (statistic === 'media' ? area.gap?.minuti_medi : area.gap?.minuti_mediana) ?? null;

export function paintArea(
  area: AreaRecord,
  state: Pick<ViewState, 'theme' | 'statistic'>,
  classes: readonly ValueClass[],
): Paint {
  if (state.theme !== 'tempi' || !isKnown(area)) return VERDICT_PAINTS[area.verdetto];
  const beyond = (area.gap?.quota_oltre_limite_pct ?? 0) > TOLERATED_SHARE_PCT;
  return paintValue(areaMinutes(area, state.statistic), classes, beyond);
}

export const paintComune = (row: ComuneRow, classes: readonly ValueClass[]): Paint =>
  isKnown(row) ? paintValue(row.minuti, classes, row.oltre_limite === true) : NOT_KNOWN;

/** A comune that would go to a proposal; whose it is, the outline and the number say. */
export const paintCatchment = (code: string, { effects }: Pick<ProposalData, 'effects'>): Paint =>
  effects.has(code) ? IN_CATCHMENT : ASIDE;
