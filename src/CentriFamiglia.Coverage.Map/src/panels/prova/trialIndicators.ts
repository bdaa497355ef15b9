import type { TrialAnswer } from '../../api/trialRows';
import { figurePairs } from '../../domain/trialWords';
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
    ...figurePairs(answer, totals.get(ats ?? '')).map(({ label, figure, note }) =>
      indicator(label, [figure], note, figure.includes('→')),
    ),
  );
}
