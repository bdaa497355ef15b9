import type { TrialAnswer } from '../../api/trialRows';
import { type FigurePair, figurePairs } from '../../domain/trialWords';
import { el } from '../../drawing/dom';
import type { ViewData } from '../../state/viewData';
import type { ViewState } from '../../state/viewState';
import { indicator } from '../shared/parts';

/** The figures to read first, before and after, of the region or of the ATS chosen. */
export function showTrialIndicators(
  container: HTMLElement,
  answer: TrialAnswer,
  { totals }: ViewData,
  { ats }: ViewState,
): void {
  showPairs(container, figurePairs(answer, totals.get(ats ?? '')));
}

/** Figures before and after. */
export function showPairs(container: HTMLElement, pairs: readonly FigurePair[]): void {
  container.replaceChildren(
    ...pairs.map(({ label, figure, note, spoken }) =>
      indicator(
        label,
        [el('span', { 'aria-hidden': 'true' }, figure), el('span', { class: 'visually-hidden' }, spoken)],
        note,
        figure.includes('→'),
      ),
    ),
  );
}
