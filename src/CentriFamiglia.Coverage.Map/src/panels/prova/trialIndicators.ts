import type { TrialAnswer } from '../../api/trialRows';
import { figurePairs } from '../../domain/trialWords';
import { indicator } from '../shared/parts';

/** The figures to read first, before and after. */
export function showTrialIndicators(container: HTMLElement, answer: TrialAnswer): void {
  container.replaceChildren(
    ...figurePairs(answer).map(({ label, figure, note }) => indicator(label, [figure], note, figure.includes('→'))),
  );
}
