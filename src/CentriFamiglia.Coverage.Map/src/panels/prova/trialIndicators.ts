import type { TrialAnswer } from '../../api/trialRows';
import { figurePairs } from '../../domain/trialWords';
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
  container.replaceChildren(
    ...figurePairs(answer, totals.get(ats ?? '')).map(({ label, figure, note, spoken }) =>
      indicator(
        label,
        [el('span', { 'aria-hidden': 'true' }, figure), el('span', { class: 'visually-hidden' }, spoken)],
        note,
        figure.includes('→'),
      ),
    ),
  );
}
