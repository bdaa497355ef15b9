import type { ComuneRow } from '../api/rows';
import type { AreaRecord, ProposalData } from '../state/viewData';
import type { Statistic, ViewState } from '../state/viewState';
import { classOf, type MinuteClass, TOLERATED_SHARE_PCT, UNREACHABLE_FILL } from './minuteClasses';
import { OUTCOMES, type Outcome } from './outcomes';
import { classIndex, type ValueClass } from './valueClasses';
import { type Pattern, VERDICTS } from './verdicts';

/** How one surface of the map is drawn. */
export interface Paint {
  fill: string;
  pattern: Pattern;
  ink: string;
}

/** A comune that no proposal concerns. */
export const ASIDE: Paint = { fill: '#f0f1ee', pattern: 'plain', ink: '#f0f1ee' };

export const plain = (fill: string): Paint => ({ fill, pattern: 'plain', ink: fill });

/** An area in the colour of its most serious finding; null where none is wanted. */
export const paintOutcome = (outcome: Outcome | null): Paint => (outcome === null ? ASIDE : paintOf(OUTCOMES[outcome]));

export const paintOf = ({ fill, pattern, ink }: Paint): Paint => ({ fill, pattern, ink });

/** A value in the colour of its class. */
export function paintValue(value: number | null, classes: readonly ValueClass[]): Paint {
  const index = classIndex(value, classes);
  return index === null ? UNREACHABLE : plain((classes[index] as ValueClass).fill);
}

const BEYOND_INK = '#b3261e';
const UNREACHABLE_INK = '#6b645c';

/** Lines over a class colour: the planning criterion is not met. */
export const BEYOND_LIMIT: Omit<Paint, 'fill'> = { pattern: 'cased', ink: BEYOND_INK };

export const UNREACHABLE: Paint = { fill: UNREACHABLE_FILL, pattern: 'dots', ink: UNREACHABLE_INK };

export const areaMinutes = (area: AreaRecord, statistic: Statistic): number | null =>
  (statistic === 'media' ? area.gap?.minuti_medi : area.gap?.minuti_mediana) ?? null;

export function paintArea(
  area: AreaRecord,
  state: Pick<ViewState, 'theme' | 'statistic'>,
  classes: MinuteClass[],
): Paint {
  if (state.theme !== 'tempi') {
    const { fill, pattern, ink } = VERDICTS[area.verdetto];
    return { fill, pattern, ink };
  }
  const beyond = (area.gap?.quota_oltre_limite_pct ?? 0) > TOLERATED_SHARE_PCT;
  return paintMinutes(areaMinutes(area, state.statistic), classes, beyond);
}

export const paintComune = (row: ComuneRow, classes: MinuteClass[]): Paint =>
  paintMinutes(row.minuti, classes, row.oltre_limite === true);

function paintMinutes(minutes: number | null, classes: MinuteClass[], beyond: boolean): Paint {
  const index = classOf(minutes, classes);
  if (index === null) return UNREACHABLE;
  const fill = (classes[index] as MinuteClass).fill;
  return beyond ? { fill, ...BEYOND_LIMIT } : plain(fill);
}

/** A comune in the colour of the proposal it would go to. */
export function paintCatchment(code: string, proposals: Pick<ProposalData, 'effects' | 'fills'>): Paint {
  const effect = proposals.effects.get(code);
  const fill = effect && proposals.fills.get(effect.sede_proposta);
  return fill ? plain(fill) : ASIDE;
}
