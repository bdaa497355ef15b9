// @vitest-environment jsdom

import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { ViewState } from '../../src/state/viewState';
import { AreaTable } from '../../src/table/areaTable';
import type { Listing } from '../../src/table/listings/cells';
import { listView, PAGE_SIZE } from '../../src/table/listView';
import { view } from '../examples/views';

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
const events = { select: vi.fn(), sort: vi.fn(), page: vi.fn(), change: vi.fn(), elsewhere: vi.fn(), open: vi.fn() };
let table: AreaTable;
const show = (list: Listing, change: Partial<ViewState>) =>
  table.show(list, listView(list, view(change)), view(change));

beforeEach(() => {
  vi.resetAllMocks();
  document.body.replaceChildren();
  table = new AreaTable(document.body, events);
  show(listing, {});
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

it('says what a search that finds nothing names, and opens it', () => {
  const place = { kind: 'comune', name: 'Edolo', ambito: 'Valle Camonica', ats: 'Montagna' };
  events.elsewhere.mockReturnValue(place);
  show(listing, { search: 'edolo' });

  expect(document.querySelector('.nothing')?.textContent).toBe(
    'Nessuna riga qui: «Edolo» è un Comune dell’Ambito Valle Camonica.Apri la scheda di EdoloTogli la ricerca',
  );
  document.querySelector<HTMLElement>('.nothing button')?.click();
  expect(events.elsewhere).toHaveBeenCalledExactlyOnceWith('edolo');
  expect(events.open).toHaveBeenCalledExactlyOnceWith(place);
});

it.each<[Partial<ViewState>, string, string, Partial<ViewState>]>([
  [{ search: 'xyz' }, 'Nessuna riga corrisponde a «xyz».', 'Togli la ricerca', { search: '' }],
  [{ search: ' xyz ', ats: 'Milano' }, 'Nessuna riga corrisponde a «xyz».', 'Togli la ricerca', { search: '' }],
  [{ ats: 'Pavia' }, 'Nessuna riga per l’ATS di Pavia.', 'Mostra tutta la Lombardia', { ats: null }],
])('says why nothing is left, and what brings it back: %j', (change, why, label, mend) => {
  show(listing, change);
  const button = document.querySelector<HTMLElement>('.nothing button');
  expect([document.querySelector('.nothing p')?.textContent, button?.textContent]).toEqual([why, label]);
  button?.click();
  expect(events.change).toHaveBeenCalledExactlyOnceWith(mend);
});

it.each<[Partial<ViewState>, string, string | undefined]>([
  [{ theme: 'rilievi', rule: 'R9' }, 'Nessuna riga passa i filtri scelti.', 'Togli i filtri'],
  [{}, 'Nessuna proposta.', undefined],
])('says of an empty list what it has to say: %j', (change, why, label) => {
  show({ ...listing, lines: [], nothing: 'Nessuna proposta.' }, change);
  expect(document.querySelector('.nothing p')?.textContent).toBe(why);
  expect(document.querySelector('.nothing button')?.textContent).toBe(label);
});

it('a name that is cut can be read whole', () => {
  expect(document.querySelector<HTMLElement>('.row-button')?.title).toBe('Erba');
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
  const open = (page: number) => show(many, { page });
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
    show(listing, {});
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
    show(listing, { ats, search });
    expect(document.querySelector('.table-count')?.textContent).toBe(words);
  });

  it('is in the singular for a list of one line', () => {
    const one = { ...listing, lines: listing.lines.slice(0, 1) };
    show(one, {});
    expect(document.querySelector('.table-count')?.textContent).toBe('1 riga');
  });
});
