import type { BudgetRow } from '../../api/rows';
import { freeShare, freeWords, isMoneyKnown } from '../../domain/resources';
import { el } from '../../drawing/dom';
import { isInScope, type ViewState } from '../../state/viewState';
import { formatPercent, wholeEuros } from '../../text/numbers';
import { EQUAL_PART_WEIGHS, HOW_MONEY_IS_COUNTED, RESOURCE_WORDS } from '../../text/resourceWords';
import { LEVEL_WORDS } from '../../text/words';
import { note, smallTable } from '../shared/parts';

/** How the money is counted, and of each ATS how much is committed and how much is free, as bars with their figures. */
export function resourceOverview(budget: readonly BudgetRow[], state: ViewState): HTMLElement[] {
  const rows = budget.filter((row) => isInScope(state, row));
  return [
    smallTable(
      [LEVEL_WORDS.ats.one, RESOURCE_WORDS.committed, RESOURCE_WORDS.free, RESOURCE_WORDS.share],
      rows.map((row) => [
        row.ats,
        wholeEuros(isMoneyKnown(row) ? row.impegnato_eur : null),
        freeWords(row, isMoneyKnown(row) ? wholeEuros(row.libero_eur) : wholeEuros(null)),
        shareOf(row),
      ]),
    ),
    note(HOW_MONEY_IS_COUNTED),
    note(EQUAL_PART_WEIGHS),
  ];
}

function shareOf(row: BudgetRow): HTMLElement {
  const share = freeShare(row);
  if (share === null) return el('span', {}, RESOURCE_WORDS.notKnown);
  const bar = el('i');
  bar.style.inlineSize = `${Math.max(0, Math.min(100, share))}%`;
  return el(
    'span',
    { class: 'money-share' },
    el('span', { class: 'money-bar', 'aria-hidden': 'true' }, bar),
    formatPercent(share),
  );
}
