import { el } from '../../drawing/dom';
import { plain } from '../../drawing/paint';
import { swatch } from '../../drawing/patterns';
import { UNREACHABLE } from '../../drawing/styles';
import { classCounts, type MeasureData, measureClasses, shownItems } from '../../state/measureData';
import type { ViewState } from '../../state/viewState';
import { counted } from '../../text/numbers';
import { entry } from '../shared/parts';

/** Bounds of each class, with the residents and the comuni it holds in the ATS chosen. */
export function measureEntries(data: MeasureData, state: ViewState, limits: readonly number[]): HTMLElement[] {
  const classes = measureClasses(data, state, limits);
  const counts = classCounts(shownItems(data, state), classes);
  const words = (index: number | null | 'nonNoto') => {
    const { residents, comuni } = counts.get(index) ?? { residents: 0, comuni: 0 };
    return `${counted(residents, 'residente', 'residenti')} · ${counted(comuni, 'comune', 'comuni')}`;
  };
  const entries: HTMLElement[] = classes.map((c, index) => entry(swatch(plain(c.fill)), c.label, words(index)));
  if (counts.has(null)) entries.push(entry(swatch(UNREACHABLE), 'senza valore', words(null)));
  if (counts.has('nonNoto')) entries.push(el('li', {}, el('small', {}, `non noti: ${words('nonNoto')}`)));
  entries.push(
    el(
      'li',
      {},
      el(
        'small',
        {},
        state.classing === 'fisse'
          ? 'Classi fisse: le stesse per ogni livello e ogni ATS.'
          : 'Quantili: circa lo stesso numero di righe in ogni classe.',
      ),
    ),
  );
  return entries;
}
