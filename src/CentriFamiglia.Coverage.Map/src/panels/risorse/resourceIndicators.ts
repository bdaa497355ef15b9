import { totalOf } from '../../domain/resources';
import { el } from '../../drawing/dom';
import type { ViewData } from '../../state/viewData';
import { isInScope, type ViewState } from '../../state/viewState';
import { formatCount, formatMillions, NO_FIGURE } from '../../text/numbers';
import { centsEuros, RESOURCE_WORDS, wholeEuros } from '../../text/resourceWords';
import { indicator } from '../shared/parts';

/** The money of the region or of the ATS chosen; what only some ATS make known is said to be of those alone. */
export function showResourceIndicators(container: HTMLElement, { budget }: ViewData, state: ViewState): void {
  const total = totalOf(budget.filter((row) => isInScope(state, row)));
  const some = total.isWhole ? '' : `di ${formatCount(total.known)} ATS su ${formatCount(total.all)}`;
  const known = (label: string, value: number, most: string) =>
    total.known === 0
      ? indicator(label, [NO_FIGURE], RESOURCE_WORDS.notKnown)
      : indicator(label, [most, sum(value)], some);
  container.replaceChildren(
    indicator(RESOURCE_WORDS.assigned, [sum(total.assigned)], ''),
    known(RESOURCE_WORDS.committed, total.committed, total.isBound ? 'almeno ' : ''),
    known(RESOURCE_WORDS.free, total.free, total.isBound ? 'al più ' : ''),
    indicator(
      RESOURCE_WORDS.perResident,
      [total.residents > 0 ? centsEuros(total.assigned / total.residents) : NO_FIGURE],
      '',
    ),
    indicator(RESOURCE_WORDS.projects, [formatCount(total.projects)], ''),
  );
}

/** In short, with the whole sum for who points at it. */
const sum = (value: number): HTMLElement =>
  el('span', { title: centsEuros(value) }, Math.abs(value) < 1e6 ? wholeEuros(value) : formatMillions(value));
