import { describe, expect, it } from 'vitest';
import { sortedBy } from '../../src/table/sorting';
import { matches } from '../../src/text/folded';

describe('sorting', () => {
  const minutes = [12, null, 3, 40];

  it('puts the unreachable last, whichever way it goes', () => {
    expect(sortedBy(minutes, (m) => m, false)).toEqual([3, 12, 40, null]);
    expect(sortedBy(minutes, (m) => m, true)).toEqual([40, 12, 3, null]);
  });

  it('orders names as people do: numbers by value, accents beside their letter', () => {
    const names = ['10 Bassa', '2 Ovest', 'Zogno', 'Élite', 'Erba'];
    expect(sortedBy(names, (n) => n, false)).toEqual(['2 Ovest', '10 Bassa', 'Élite', 'Erba', 'Zogno']);
  });

  it('leaves the given rows as they were', () => {
    sortedBy(minutes, (m) => m, false);
    expect(minutes).toEqual([12, null, 3, 40]);
  });
});

describe('search', () => {
  it('minds neither case nor accents, and wants every word', () => {
    expect(matches('Valle Imagna - Villa d’Almè', 'alme valle')).toBe(true);
    expect(matches('Valle Imagna', 'valle seriana')).toBe(false);
  });
});

describe('the order of mixed values', () => {
  it.each([
    ['figures by value, not by their digits', [10, 9, 100, 0.5, -1], [-1, 0.5, 9, 10, 100]],
    ['yes after no', [true, false, true], [false, true, true]],
    ['words and figures as words', ['b', 10, 'a', 9], [9, 10, 'a', 'b']],
    ['nothing last', [3, undefined, '', 1, Number.NaN, null], [1, 3, undefined, '', Number.NaN, null]],
  ])('%s', (_, values, sorted) => {
    // A row holds each value: an array of its own would put undefined last whatever is asked.
    const rows = sortedBy(
      values.map((value) => ({ value })),
      (row) => row.value as string,
      false,
    );
    expect(rows.map((row) => row.value)).toEqual(sorted);
  });

  it('keeps rows of the same value as they came, both ways', () => {
    const rows = [
      { name: 'a', value: 1 },
      { name: 'b', value: 1 },
      { name: 'c', value: 2 },
    ];
    const names = (descending: boolean) => sortedBy(rows, (r) => r.value, descending).map((r) => r.name);
    expect([names(false), names(true)]).toEqual([
      ['a', 'b', 'c'],
      ['c', 'a', 'b'],
    ]);
  });
});

it.each([
  ['Valle Seriana', 'seriana  valle', true],
  ['Città', 'CITTA', true],
  ['Citta', 'città', true],
  ['Lodi', 'lodi vecchio', false],
])('in «%s» a search for «%s» is met: %s', (text, search, met) => {
  expect(matches(text, search)).toBe(met);
});

it('what is to stand aside comes after all else, after what has no value too, whichever way the order goes', () => {
  const rows = [
    { name: 'aside', value: 7, aside: true },
    { name: 'none', value: null, aside: false },
    { name: 'b', value: 2, aside: false },
    { name: 'a', value: 1, aside: false },
  ];
  const names = (descending: boolean) =>
    sortedBy(
      rows,
      (r) => r.value,
      descending,
      (r) => r.aside,
    ).map((r) => r.name);
  expect([names(false), names(true)]).toEqual([
    ['a', 'b', 'none', 'aside'],
    ['b', 'a', 'none', 'aside'],
  ]);
});
