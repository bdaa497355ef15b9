import { describe, expect, it } from 'vitest';
import {
  counted,
  formatCount,
  formatDate,
  formatDecimal,
  formatEuro,
  formatExact,
  formatKm,
  formatMillions,
  formatMinutes,
  formatMoment,
  formatPercent,
  formatValue,
  NO_FIGURE,
} from '../../src/text/numbers';

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
    expect(formatMoment('2026-07-14T10:05:00Z')).toBe('14/07/26, 12:05');
    expect(formatDate('non è una data')).toBe('non è una data');
  });
});

describe('every format', () => {
  it.each([
    [formatCount, 1234.5, '1.235'],
    [formatDecimal, 1234.56, '1.234,6'],
    [formatMinutes, 1234.56, '1.234,6 min'],
    [formatKm, 12, '12,0 km'],
    [formatPercent, 3.456, '3,5 %'],
    [formatValue, 0.012345, '0,0123'],
    [formatValue, 45, '45'],
    [formatExact, 1234567.25, '1.234.567,25'],
    [formatExact, 20, '20'],
    [formatEuro, 1234.5, '1.234,50 €'],
    [formatMillions, 1234567890, '1.234,6 mln €'],
  ])('%o writes %d as «%s», and a dash where there is no figure', (format, value, written) => {
    expect(format(value).replaceAll('\u00a0', ' ')).toBe(written);
    expect([null, undefined, Number.NaN].map(format)).toEqual([NO_FIGURE, NO_FIGURE, NO_FIGURE]);
  });
});

it.each([
  [0, '0 residenti'],
  [1, '1 residente'],
  [1.4, '1 residente'],
  [8913, '8.913 residenti'],
  [999999.4, '999.999 residenti'],
  [1e6, '1,0 milioni di residenti'],
  [7298412, '7,3 milioni di residenti'],
])('%d is counted as «%s»', (value, words) => {
  expect(counted(value, 'residente', 'residenti')).toBe(words);
});
