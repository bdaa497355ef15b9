import { el } from '../drawing/dom';
import { swatch } from '../drawing/patterns';
import type { Selection, ViewState } from '../state/viewState';
import { cutWords } from '../text/paperWords';
import { emptyList } from './emptyList';
import type { Line, Listing } from './listings/cells';
import { listView } from './listView';

/** The most rows that are printed: some ten pages. */
export const PAPER_ROWS = 500;

/** The list as paper has it: every column, from the first row on whatever page the screen shows, and what was left out said. */
export function paperTable(listing: Listing, state: ViewState): HTMLElement[] {
  const view = listView(listing, { ...state, page: 1 }, PAPER_ROWS);
  const empty = emptyList(listing, view, state);
  const head = el('h2', {}, listing.caption);
  if (empty) return [head, el('p', {}, empty.why)];
  return [
    head,
    el(
      'table',
      { class: 'paper-table' },
      el(
        'thead',
        {},
        el('tr', {}, ...listing.columns.map((c) => el('th', { scope: 'col', class: c.numeric && 'numeric' }, c.label))),
      ),
      el('tbody', {}, ...view.lines.map((line) => row(line, listing, state.selection))),
    ),
    ...(view.lines.length < view.matching
      ? [el('p', { class: 'note' }, cutWords(view.lines.length, view.matching))]
      : []),
  ];
}

function row({ cells, badge, selection }: Line, { columns }: Listing, selected: Selection | null): HTMLElement {
  const isSelected = selected?.kind === selection.kind && selected.code === selection.code;
  const parts = columns.map((column, index) => {
    const cell = cells[index];
    if (index === 0)
      return el(
        'th',
        { scope: 'row' },
        badge ? el('span', { class: 'row-badge' }, badge) : null,
        badge && ' ',
        cell?.text,
      );
    return el('td', { class: column.numeric && 'numeric' }, cell?.paint && swatch(cell.paint), cell?.text);
  });
  return el('tr', { class: isSelected && 'is-selected' }, ...parts);
}
