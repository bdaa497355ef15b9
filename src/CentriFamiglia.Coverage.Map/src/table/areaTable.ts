import type { Place } from '../domain/places';
import { el } from '../drawing/dom';
import { swatch } from '../drawing/patterns';
import type { Selection, Sort, ViewState } from '../state/viewState';
import { FIND_WORDS } from '../text/findWords';
import { type Mention, mentionsIn } from '../text/glossary';
import { LIST } from '../text/listWords';
import { type EmptyList, emptyList } from './emptyList';
import type { Column, Line, Listing } from './listings/cells';
import type { ListView } from './listView';

interface TableEvents {
  select(selection: Selection): void;
  sort(sort: Sort): void;
  page(page: number): void;
  /** What a text names that the list does not hold, and its sheet. */
  elsewhere(search: string): Place | null;
  open(place: Place): void;
  /** What fills an empty list again. */
  change(change: Partial<ViewState>): void;
}

/** The table that goes with the map. The heads stay in place while rows change, so that the focus is not lost. */
export class AreaTable {
  private readonly caption = el('caption', { class: 'visually-hidden' });
  private readonly headRow = el('tr');
  private readonly body = el('tbody');
  private readonly count = el('p', { class: 'table-count' });
  private readonly pager = el('div', { class: 'pager' });
  private readonly scroller: HTMLElement;
  private headKey = '';
  private sort: Sort = { column: '', descending: false };

  constructor(
    container: HTMLElement,
    private readonly events: TableEvents,
  ) {
    const table = el('table', { class: 'area-table' }, this.caption, el('thead', {}, this.headRow), this.body);
    this.scroller = el('div', { class: 'table-scroll', tabindex: '0', role: 'region', 'aria-label': LIST.rows }, table);
    container.append(this.scroller, el('div', { class: 'table-foot' }, this.count, this.pager));
  }

  show(listing: Listing, view: ListView, state: ViewState): void {
    this.caption.textContent = listing.caption;
    this.sort = view.sort;
    this.showHeads(listing.columns);
    this.body.replaceChildren(...view.lines.map((line) => this.row(line, listing.columns)));
    const empty = emptyList(listing, view, state, this.events.elsewhere);
    if (empty) this.body.replaceChildren(this.emptyRow(empty, listing.columns.length));
    this.count.textContent = rowsWords(view);
    this.showPager(view);
    this.mark(state.selection);
  }

  /** Marks the row of the selection, without touching the others. */
  mark(selection: Selection | null): void {
    const key = selection ? keyOf(selection) : null;
    for (const row of this.body.rows) {
      const current = key !== null && row.dataset['key'] === key;
      row.classList.toggle('is-selected', current);
      if (current) row.setAttribute('aria-current', 'true');
      else row.removeAttribute('aria-current');
    }
  }

  /** Gives the focus back to the row of the selection, or to the rows where it is not among them. */
  focus(selection: Selection): void {
    (this.rowOf(selection)?.querySelector<HTMLElement>('.row-button') ?? this.scroller).focus();
  }

  /** Brings the row of the selection into sight, if it is on this page. */
  reveal(selection: Selection): void {
    const row = this.rowOf(selection);
    if (!row) return;
    const head = this.headRow.offsetHeight;
    const above = row.offsetTop - head < this.scroller.scrollTop;
    const below = row.offsetTop + row.offsetHeight > this.scroller.scrollTop + this.scroller.clientHeight;
    if (above || below) this.scroller.scrollTop = row.offsetTop - this.scroller.clientHeight / 2;
  }

  private rowOf(selection: Selection): HTMLTableRowElement | undefined {
    return [...this.body.rows].find((r) => r.dataset['key'] === keyOf(selection));
  }

  toTop(): void {
    this.scroller.scrollTop = 0;
  }

  private showHeads(columns: Column[]): void {
    const key = columns.map((c) => c.key + c.label).join('|');
    if (key !== this.headKey) {
      this.headKey = key;
      const seen = new Set<string>();
      this.headRow.replaceChildren(...columns.map((column) => this.head(column, seen)));
    }
    for (const [index, cell] of [...this.headRow.cells].entries()) {
      const current = columns[index]?.key === this.sort.column;
      if (current) cell.setAttribute('aria-sort', this.sort.descending ? 'descending' : 'ascending');
      else cell.removeAttribute('aria-sort');
    }
  }

  /** @param seen Terms that a head before it explains. */
  private head(column: Column, seen: Set<string>): HTMLElement {
    const sort = () => {
      const same = this.sort.column === column.key;
      this.events.sort({ column: column.key, descending: same ? !this.sort.descending : column.descendingFirst });
    };
    const [mention] = mentionsIn(column.label, seen);
    if (mention) seen.add(mention.term);
    const button = el(
      'button',
      { type: 'button', class: 'sort-button', 'data-term': mention?.term, onclick: sort },
      el('span', {}, ...(mention ? markedLabel(column.label, mention) : [column.label])),
      el('span', { class: 'sort-mark', 'aria-hidden': 'true' }),
    );
    return el('th', { scope: 'col', class: classes(column) }, button);
  }

  private row(line: Line, columns: Column[]): HTMLElement {
    const cells = columns.map((column, index) => {
      const cell = line.cells[index];
      if (!cell) return el('td');
      const sample = cell.paint && swatch(cell.paint);
      if (index === 0) {
        const open = el('button', { type: 'button', class: 'row-button', title: cell.text }, cell.text);
        const badge = line.badge && el('span', { class: 'row-badge' }, line.badge);
        return el('th', { scope: 'row' }, badge ? el('span', { class: 'row-name' }, badge, open) : open);
      }
      return el(
        'td',
        {
          class: classes(column),
          title: cell.note ?? (column.numeric ? null : cell.text),
          lang: cell.isItalian && 'it',
        },
        sample,
        cell.text,
      );
    });
    const row = el('tr', { onclick: () => this.events.select(line.selection) }, ...cells);
    row.dataset['key'] = keyOf(line.selection);
    return row;
  }

  private emptyRow({ why, mend, place }: EmptyList, columns: number): HTMLElement {
    const button = (label: string, onclick: () => void) =>
      el('button', { type: 'button', class: 'quiet-button', onclick }, label);
    return el(
      'tr',
      {},
      el(
        'td',
        { colspan: columns, class: 'nothing' },
        el('p', {}, why),
        place ? button(FIND_WORDS.open(place.name), () => this.events.open(place)) : null,
        mend && button(mend.label, () => this.events.change(mend.change)),
      ),
    );
  }

  private showPager(view: ListView): void {
    this.pager.hidden = view.pages === 1;
    if (view.pages === 1) return;
    const go = (label: string, page: number, enabled: boolean) =>
      el(
        'button',
        { type: 'button', class: 'quiet-button', disabled: !enabled, onclick: () => this.events.page(page) },
        label,
      );
    this.pager.replaceChildren(
      go(LIST.previous, view.page - 1, view.page > 1),
      el('span', {}, LIST.page(view.page, view.pages)),
      go(LIST.next, view.page + 1, view.page < view.pages),
    );
  }
}

/** A label with the word that is explained marked in it. */
const markedLabel = (label: string, { from, to }: Mention): (Node | string)[] => [
  label.slice(0, from),
  el('span', { class: 'term-word' }, label.slice(from, to)),
  label.slice(to),
];

/** How many lines there are, of how many. */
export const rowsWords = ({ matching, total }: ListView): string => LIST.count(matching, total);

const keyOf = (selection: Selection): string => `${selection.kind}:${selection.code}`;

const classes = (column: Column): string =>
  [column.numeric ? 'numeric' : '', column.spare ? `spare-${column.spare}` : ''].filter(Boolean).join(' ');
