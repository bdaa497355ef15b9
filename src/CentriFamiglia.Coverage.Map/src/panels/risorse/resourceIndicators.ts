import { totalOf } from '../../domain/resources';
import { el } from '../../drawing/dom';
import type { ViewData } from '../../state/viewData';
import { isInScope, type ViewState } from '../../state/viewState';
import { BOUND_WORDS } from '../../text/knowledgeWords';
import { OVERVIEW } from '../../text/legendWords';
import { formatCount, formatEuro, formatMillions, NO_FIGURE, wholeEuros } from '../../text/numbers';
import { RESOURCE_WORDS } from '../../text/resourceWords';
import { indicator } from '../shared/parts';

/** The money of the region or of the ATS chosen; what only some ATS make known is said to be of those alone. */
export function showResourceIndicators(container: HTMLElement, { budget }: ViewData, state: ViewState): void {
  const total = totalOf(budget.filter((row) => isInScope(state, row)));
  const some = total.isWhole ? '' : OVERVIEW.ofAts(total.known, total.all);
  const known = (label: string, value: number, most: string) =>
    total.known === 0
      ? indicator(label, [NO_FIGURE], RESOURCE_WORDS.notKnown)
      : indicator(label, [most, sum(value)], some);
  container.replaceChildren(
    indicator(RESOURCE_WORDS.assigned, [sum(total.assigned)], ''),
    known(RESOURCE_WORDS.committed, total.committed, total.isBound ? `${BOUND_WORDS.atLeast} ` : ''),
    known(RESOURCE_WORDS.free, total.free, total.isBound ? `${BOUND_WORDS.atMost} ` : ''),
    indicator(
      RESOURCE_WORDS.perResident,
      [total.residents > 0 ? formatEuro(total.assigned / total.residents) : NO_FIGURE],
      '',
    ),
    indicator(RESOURCE_WORDS.projects, [formatCount(total.projects)], ''),
  );
}

/** In short, with the whole sum for who points at it. */
const sum = (value: number): HTMLElement =>
  el('span', { title: formatEuro(value) }, Math.abs(value) < 1e6 ? wholeEuros(value) : formatMillions(value));
