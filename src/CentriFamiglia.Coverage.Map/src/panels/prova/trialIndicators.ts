import type { TrialAnswer } from '../../api/trialRows';
import { figurePairs } from '../../domain/trialWords';
import { el } from '../../drawing/dom';

/** The figures to read first, before and after. */
export function showTrialIndicators(container: HTMLElement, answer: TrialAnswer): void {
  container.replaceChildren(
    ...figurePairs(answer).map(({ label, figure, note }) =>
      el(
        'div',
        { class: figure.includes('→') ? 'indicator is-changed' : 'indicator' },
        el('dt', {}, label),
        el('dd', {}, el('span', { class: 'indicator-figure' }, figure), el('span', { class: 'indicator-note' }, note)),
      ),
    ),
  );
}
