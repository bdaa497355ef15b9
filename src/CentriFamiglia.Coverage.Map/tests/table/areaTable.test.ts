// @vitest-environment jsdom

import { beforeEach, describe, expect, it, vi } from 'vitest';
import { AreaTable } from '../../src/table/areaTable';
import type { Listing } from '../../src/table/listings/cells';
import { listView, PAGE_SIZE } from '../../src/table/listView';

const listing: Listing = {
  caption: 'Ambiti',
  columns: [
    { key: 'nome', label: 'Ambito', numeric: false, ranks: false, descendingFirst: false },
    { key: 'residenti', label: 'Residenti', numeric: true, ranks: true, descendingFirst: true },
  ],
  lines: [
    {
      selection: { kind: 'ambito', code: 'lodi' },
      ats: 'Milano',
      searched: 'Lodi',
      cells: [
        { text: 'Lodi', value: 'Lodi' },
        { text: '228.000', value: 228000 },
      ],
    },
    {
      selection: { kind: 'ambito', code: 'erba' },
      ats: 'Insubria',
      searched: 'Erba',
      cells: [
        { text: 'Erba', value: 'Erba' },
        { text: '71.000', value: 71000 },
      ],
    },
  ],
  usual: { column: 'nome', descending: false },
};
const events = { select: vi.fn(), sort: vi.fn(), page: vi.fn() };
let table: AreaTable;

beforeEach(() => {
  vi.resetAllMocks();
  document.body.replaceChildren();
  table = new AreaTable(document.body, events);
  table.show(listing, listView(listing, { ats: null, search: '', sort: null, page: 1 }), null);
});

const heads = () => [...document.querySelectorAll('th[scope=col]')];
const rows = () => [...document.querySelectorAll('tbody tr')];

it('says on the head which column is sorted and which way', () => {
  expect(heads().map((h) => h.getAttribute('aria-sort'))).toEqual(['ascending', null]);
});

it('turns the order on a second click, and starts figures from the largest', () => {
  for (const button of document.querySelectorAll<HTMLElement>('.sort-button')) button.click();
  expect(events.sort.mock.calls).toEqual([
    [{ column: 'nome', descending: true }],
    [{ column: 'residenti', descending: true }],
  ]);
});

it('selects by a button that the keyboard reaches', () => {
  document.querySelector<HTMLElement>('.row-button')?.click();
  expect(events.select).toHaveBeenCalledExactlyOnceWith({ kind: 'ambito', code: 'erba' });
});

it('marks the selected row for eye and screen reader', () => {
  table.mark({ kind: 'ambito', code: 'lodi' });
  expect(rows().map((r) => r.getAttribute('aria-current'))).toEqual([null, 'true']);
});

it('says when nothing is left', () => {
  table.show(listing, listView(listing, { ats: null, search: 'xyz', sort: null, page: 1 }), null);
  expect(rows()[0]?.textContent).toContain('Nessuna riga');
});

describe('the pages of a long table', () => {
  const many: Listing = {
    ...listing,
    lines: Array.from({ length: 2 * PAGE_SIZE + 1 }, (_, i) => ({
      selection: { kind: 'comune' as const, code: String(i) },
      ats: 'Milano',
      searched: `Comune ${i}`,
      cells: [
        { text: `Comune ${i}`, value: i },
        { text: '1', value: 1 },
      ],
    })),
  };
  const open = (page: number) => table.show(many, listView(many, { ats: null, search: '', sort: null, page }), null);
  const button = (label: string) =>
    [...document.querySelectorAll<HTMLButtonElement>('.pager button')].find((b) => b.textContent === label);

  it.each([
    [1, 'pagina 1 di 3', null, 2, 100],
    [2, 'pagina 2 di 3', 1, 3, 100],
    [3, 'pagina 3 di 3', 2, null, 1],
  ])('are each reached from the one before and the one after: %i', (page, words, before, after, lines) => {
    open(page);
    expect(document.querySelector('.pager span')?.textContent).toBe(words);
    expect(rows()).toHaveLength(lines);
    expect([button('Precedente')?.disabled, button('Successiva')?.disabled]).toEqual([before === null, after === null]);
    button('Precedente')?.click();
    button('Successiva')?.click();
    expect(events.page.mock.calls.flat()).toEqual([before, after].filter((to) => to !== null));
  });

  it('are not offered where there is one', () => {
    open(2);
    table.show(listing, listView(listing, { ats: null, search: '', sort: null, page: 1 }), null);
    expect(document.querySelector<HTMLElement>('.pager')?.hidden).toBe(true);
  });
});

describe('the count under the table', () => {
  it.each([
    ['', null, '2 righe'],
    ['lodi', null, '1 su 2 righe'],
    ['', 'Milano', '1 su 2 righe'],
    ['xyz', null, '0 su 2 righe'],
  ])('says how many lines are left by «%s» and the ATS %s', (search, ats, words) => {
    table.show(listing, listView(listing, { ats, search, sort: null, page: 1 }), null);
    expect(document.querySelector('[role=status]')?.textContent).toBe(words);
  });

  it('is in the singular for a list of one line', () => {
    const one = { ...listing, lines: listing.lines.slice(0, 1) };
    table.show(one, listView(one, { ats: null, search: '', sort: null, page: 1 }), null);
    expect(document.querySelector('[role=status]')?.textContent).toBe('1 riga');
  });
});
