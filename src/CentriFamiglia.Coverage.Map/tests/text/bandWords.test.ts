import { describe, expect, it } from 'vitest';
import { bandWords, rangeWords, sideWords } from '../../src/text/bandWords';

describe('the band of an estimate', () => {
  it.each([
    [9, 15.5, ' (fra 9,0 min e 15,5 min, otto volte su dieci)'],
    [12, 12, ''],
    [null, null, ''],
  ])('of %s to %s minutes is told only where it is one', (low, high, words) => {
    expect(bandWords(low, high)).toBe(words);
  });

  it('says between how many residents are beyond, and nothing where that is certain', () => {
    expect(rangeWords(9000, 41000)).toBe(', fra 9.000 e 41.000 secondo la fascia della stima');
    expect(rangeWords(22800, 22800)).toBe('');
  });

  it('names the three sides of a limit', () => {
    expect((['entro', 'incerto', 'oltre'] as const).map(sideWords)).toEqual([
      'entro il limite',
      'incerto: la fascia della stima passa il limite',
      'oltre il limite',
    ]);
    expect(sideWords(null)).toBe('–');
  });
});
