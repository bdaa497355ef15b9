import { el } from '../../drawing/dom';
import { plain } from '../../drawing/paint';
import { swatch } from '../../drawing/patterns';
import { UNREACHABLE } from '../../drawing/styles';
import { classCounts, type MeasureData, measureClasses, shownItems } from '../../state/measureData';
import type { ViewState } from '../../state/viewState';
import { SAID } from '../../text/labels';
import { LEGEND } from '../../text/legendWords';
import { entry } from '../shared/parts';

/**
 * Bounds of each class, with the residents and the comuni it holds in the ATS chosen.
 * @param held Whose values are counted: another state has the classes of today; null where two states are seen.
 */
export function measureEntries(
  data: MeasureData,
  state: ViewState,
  limits: readonly number[],
  held: MeasureData | null = data,
): HTMLElement[] {
  const classes = measureClasses(data, state, limits);
  const counts = classCounts(shownItems(held ?? data, state), classes);
  const words = (index: number | null | 'nonNoto') => {
    if (held === null) return '';
    const { residents, comuni } = counts.get(index) ?? { residents: 0, comuni: 0 };
    return LEGEND.inClass(residents, comuni);
  };
  const entries: HTMLElement[] = classes.map((c, index) => entry(swatch(plain(c.fill)), c.label, words(index)));
  if (counts.has(null)) entries.push(entry(swatch(UNREACHABLE), SAID.noValue, words(null)));
  if (counts.has('nonNoto')) entries.push(el('li', {}, el('small', {}, SAID.unknown(words('nonNoto')))));
  entries.push(el('li', {}, el('small', {}, state.classing === 'fisse' ? LEGEND.fixed : LEGEND.quantiles)));
  return entries;
}
