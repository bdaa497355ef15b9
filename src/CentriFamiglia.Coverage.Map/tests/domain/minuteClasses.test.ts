import { describe, expect, it } from 'vitest';
import { classIndex, minuteClasses } from '../../src/domain/classes';

describe('classes of minutes', () => {
  it('break at the planning limits, with two finer classes below the first', () => {
    expect(minuteClasses([20, 30, 40]).map((c) => c.label)).toEqual([
      'fino a 5 min',
      'da 5 a 10 min',
      'da 10 a 20 min',
      'da 20 a 30 min',
      'da 30 a 40 min',
      'oltre 40 min',
    ]);
  });

  it.each([
    [0, 0],
    [5, 0],
    [5.01, 1],
    [20, 2],
    [20.01, 3],
    [40, 4],
    [400, 5],
  ])('include their upper bound: %f minutes are in class %i', (minutes, expected) => {
    expect(classIndex(minutes, minuteClasses([20, 30, 40]))).toBe(expected);
  });

  it('have no place for a comune that cannot be reached', () => {
    expect(classIndex(null, minuteClasses([20]))).toBeNull();
  });

  it('darken from one to the next, so that they can be told apart without the hue', () => {
    const lightness = minuteClasses([20, 30, 40]).map((c) => {
      const [r, g, b] = [1, 3, 5].map((i) => Number.parseInt(c.fill.slice(i, i + 2), 16)) as [number, number, number];
      return 0.2126 * r + 0.7152 * g + 0.0722 * b;
    });
    expect(lightness).toEqual([...lightness].sort((a, b) => b - a));
    expect(new Set(lightness).size).toBe(lightness.length);
  });
});

it('a bound that is not whole is written in Italian', () => {
  expect(minuteClasses([30]).map((c) => c.label)).toEqual([
    'fino a 7,5 min',
    'da 7,5 a 15 min',
    'da 15 a 30 min',
    'oltre 30 min',
  ]);
});

it('more classes than colours end in the darkest', () => {
  const fills = minuteClasses([10, 20, 30, 40, 50, 60]).map((c) => c.fill);
  expect(fills.slice(5)).toEqual(['#274b7a', '#221f4f', '#221f4f', '#221f4f']);
});
