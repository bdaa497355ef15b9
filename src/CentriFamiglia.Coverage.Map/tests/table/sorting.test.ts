import { describe, expect, it } from 'vitest';
import { matches, sortedBy } from '../../src/table/sorting';

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
