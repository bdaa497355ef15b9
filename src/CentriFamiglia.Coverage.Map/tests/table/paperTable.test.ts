// @vitest-environment jsdom

import { expect, it } from 'vitest';
import type { Listing } from '../../src/table/listings/cells';
import { figure, text } from '../../src/table/listings/cells';
import { paperTable } from '../../src/table/paperTable';
import { view } from '../examples/views';

const listing = (lines: number): Listing => ({
  caption: 'Comuni: minuti in auto',
  columns: [text('nome', 'Comune'), figure('minuti', 'Minuti', 'desk')],
  lines: Array.from({ length: lines }, (_, i) => ({
    selection: { kind: 'comune' as const, code: String(i) },
    ats: 'Brescia',
    searched: `Comune ${i}`,
    cells: [
      { text: `Comune ${i}`, value: `Comune ${i}` },
      { text: String(i), value: i },
    ],
  })),
  usual: { column: 'minuti', descending: false },
});

const printed = (lines: number, state = {}) => {
  const page = document.createElement('section');
  page.append(...paperTable(listing(lines), view(state)));
  return page;
};

it('all pages of a list are printed, with the columns that a screen leaves out', () => {
  const page = printed(250, { page: 2, selection: { kind: 'comune', code: '3' } });
  expect(page.querySelectorAll('tbody tr').length).toBe(250);
  expect([...page.querySelectorAll('thead th[scope=col]')].map((head) => head.textContent)).toEqual([
    'Comune',
    'Minuti',
  ]);
  expect(page.querySelector('.is-selected')?.textContent).toBe('Comune 33');
  expect(page.querySelector('.note')).toBeNull();
});

it('a list that is longer than what is printed says so', () => {
  const page = printed(1504);
  expect(page.querySelectorAll('tbody tr').length).toBe(500);
  expect(page.textContent).toContain('Le prime 500 righe di 1.504: tutte nel file scaricabile (CSV).');
});

it('an empty list says why', () => {
  expect(printed(3, { search: 'Zelo' }).textContent).toContain('Nessuna riga corrisponde a «Zelo».');
});
