import { describe, expect, it } from 'vitest';
import type { Listing } from '../../src/table/listings/cells';
import { listView, PAGE_SIZE } from '../../src/table/listView';

const listing = (count: number): Listing => ({
  caption: 'Comuni',
  columns: [
    { key: 'nome', label: 'Comune', numeric: false, ranks: false, descendingFirst: false },
    { key: 'minuti', label: 'Minuti', numeric: true, ranks: true, descendingFirst: true },
  ],
  lines: Array.from({ length: count }, (_, i) => ({
    selection: { kind: 'comune' as const, code: String(i) },
    ats: i % 2 === 0 ? 'Brescia' : 'Milano',
    searched: `Comune ${i}`,
    cells: [
      { text: `Comune ${i}`, value: `Comune ${i}` },
      { text: String(i), value: i === 7 ? null : i },
    ],
  })),
  usual: { column: 'minuti', descending: true },
});

const all = { ats: null, search: '', sort: null, page: 1 };

describe('the table', () => {
  it('shows the farthest first unless asked otherwise', () => {
    expect(listView(listing(20), all).lines[0]?.cells[0]?.text).toBe('Comune 19');
    expect(listView(listing(20), all).lines.at(-1)?.cells[0]?.text).toBe('Comune 7');
  });

  it('cuts long lists to pages and stays on the last one', () => {
    const view = listView(listing(1504), { ...all, page: 99 });
    expect([view.pages, view.page, view.lines.length]).toEqual([16, 16, 1504 - 15 * PAGE_SIZE]);
  });

  it.each([
    [0, 1, 1, 1, 0],
    [1, 1, 1, 1, 1],
    [100, 1, 1, 1, 100],
    [100, 2, 1, 1, 100],
    [101, 2, 2, 2, 1],
    [200, 2, 2, 2, 100],
    [201, 3, 3, 3, 1],
    [201, 4, 3, 3, 1],
  ])('of %i lines, asked for page %i, shows page %i of %i with %i lines', (lines, asked, page, pages, onPage) => {
    const shown = listView(listing(lines), { ...all, page: asked });
    expect([shown.page, shown.pages, shown.lines.length]).toEqual([page, pages, onPage]);
  });

  it('filters by ATS and search together, and counts what is left', () => {
    const view = listView(listing(20), { ...all, ats: 'Milano', search: 'comune 1' });
    expect(view.lines.map((l) => l.selection.code)).toEqual(['19', '17', '15', '13', '11', '1']);
    expect([view.matching, view.total]).toEqual([6, 20]);
  });

  it('forgets an order by a column that it does not have', () => {
    expect(listView(listing(3), { ...all, sort: { column: 'hub', descending: false } }).sort.column).toBe('minuti');
  });
});

describe('the order of the table', () => {
  it('is the one that is asked for', () => {
    const view = listView(listing(3), { ...all, sort: { column: 'nome', descending: true } });
    expect(view.sort).toEqual({ column: 'nome', descending: true });
    expect(view.lines.map((l) => l.selection.code)).toEqual(['2', '1', '0']);
  });

  it('takes a line without a cell for one without a value', () => {
    const [first, ...rest] = listing(3).lines;
    const lines = [{ ...(first as Listing['lines'][number]), cells: [] }, ...rest];
    expect(listView({ ...listing(3), lines }, all).lines.map((l) => l.selection.code)).toEqual(['2', '1', '0']);
  });
});

it.each([
  ['  ', 20],
  [' comune 19 ', 1],
  ['19 comune', 1],
  ['altro', 0],
])('a search for «%s» leaves %i lines', (search, lines) => {
  expect(listView(listing(20), { ...all, search }).matching).toBe(lines);
});
