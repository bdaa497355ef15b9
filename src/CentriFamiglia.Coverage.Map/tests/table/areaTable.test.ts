// @vitest-environment jsdom

import { beforeEach, expect, it, vi } from 'vitest';
import { AreaTable } from '../../src/table/areaTable';
import type { Listing } from '../../src/table/cells';
import { listView } from '../../src/table/listView';

const listing: Listing = {
  caption: 'Ambiti',
  columns: [
    { key: 'nome', label: 'Ambito', numeric: false, descendingFirst: false },
    { key: 'residenti', label: 'Residenti', numeric: true, descendingFirst: true },
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
