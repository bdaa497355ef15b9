import { describe, expect, it } from 'vitest';
import { formatCount, formatDate, formatEuro, formatMillions, formatMinutes, NO_FIGURE } from '../../src/text/numbers';

describe('Italian figures', () => {
  it('groups thousands with points, four digits too', () => {
    expect(formatCount(1503)).toBe('1.503');
    expect(formatCount(9950742)).toBe('9.950.742');
  });

  it('writes decimals with a comma and the unit', () => {
    expect(formatMinutes(12.34)).toBe('12,3 min');
    expect(formatEuro(6532000)).toBe('6.532.000,00 €');
    expect(formatMillions(6532000)).toBe('6,5 mln €');
  });

  it('shows zero as zero and a missing figure as missing', () => {
    expect(formatMinutes(0)).toBe('0,0 min');
    expect(formatMinutes(null)).toBe(NO_FIGURE);
    expect(formatCount(undefined)).toBe(NO_FIGURE);
  });

  it('writes dates in words, with the hour of Rome', () => {
    expect(formatDate('2023-01-01')).toBe('1 gennaio 2023');
    expect(formatDate('2026-07-14T10:05:00Z')).toBe('14 luglio 2026 alle ore 12:05');
    expect(formatDate('non è una data')).toBe('non è una data');
  });
});
