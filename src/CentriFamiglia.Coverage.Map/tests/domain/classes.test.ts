import { describe, expect, it } from 'vitest';
import { classesOf, classIndex, minuteBounds } from '../../src/domain/classes';
import { fixedBounds, isTime } from '../../src/domain/measures';
import { quantileBounds } from '../../src/domain/quantiles';
import { MEASURES } from '../../src/text/measureWords';

const sizes = (values: number[], bounds: number[]) => {
  const classes = classesOf(bounds);
  return classes.map((_, index) => values.filter((value) => classIndex(value, classes) === index).length);
};

describe('classes', () => {
  it('hold their upper bound and name both', () => {
    const classes = classesOf([0, 0.005, 20]);
    expect(classes.map((c) => c.label)).toEqual(['zero', 'da 0 a 0,005', 'da 0,005 a 20', 'oltre 20']);
    expect([0, 0.005, 0.0051, 20, 21].map((v) => classIndex(v, classes))).toEqual([0, 1, 2, 2, 3]);
    expect(classIndex(null, classes)).toBeNull();
  });

  it('go from the lightest to the darkest fill, each its own', () => {
    for (const measure of MEASURES) {
      const fills = classesOf(fixedBounds(measure, [20, 30, 40])).map((c) => c.fill);
      expect(new Set(fills).size).toBe(fills.length);
    }
  });

  it('are one where there is no bound', () => {
    expect(classesOf([]).map((c) => [c.label, c.fill])).toEqual([['tutti', '#f3f1df']]);
  });
});

describe('quantiles', () => {
  it('hold as many values each', () => {
    const values = Array.from({ length: 100 }, (_, i) => ((i * 37) % 100) + 1);
    expect(quantileBounds(values, 5)).toEqual([20, 40, 60, 80]);
    expect(sizes(values, quantileBounds(values, 5))).toEqual([20, 20, 20, 20, 20]);
  });

  it.each([
    // A bound is the least value with at least its share of the values at or below it: two fifths of seven are three values.
    [[1, 2, 3, 4, 5, 6, 7], 5, [2, 3, 5, 6]],
    [[1, 2, 3], 2, [2]],
    [[1, 2, 3, 4], 2, [2]],
    [[3, 1, 2], 3, [1, 2]],
    [[5], 5, []],
    [[1, 2], 5, [1]],
    [[1, 1, 1, 2], 2, [1]],
    [[0, 0, 0, 0, 1, 2], 3, [0]],
    [[-3, -2, -1, 0], 4, [-3, -2, -1]],
    [[1234, 2345, 3456, 4567], 2, [2350]],
  ])('of %j in %i parts break at %j', (values, parts, bounds) => {
    expect(quantileBounds(values, parts)).toEqual(bounds);
  });

  it('are never empty, whatever the values', () => {
    let seed = 7;
    const random = () => {
      seed = (seed * 16807) % 2147483647;
      return seed / 2147483647;
    };
    for (let round = 0; round < 200; round++) {
      const values = Array.from({ length: 1 + Math.floor(random() * 30) }, () => Math.floor(random() * 8) / 700);
      expect(Math.min(...sizes(values, quantileBounds(values, 5))), JSON.stringify(values)).toBeGreaterThan(0);
    }
  });

  it('of equal values, or of none, are one class', () => {
    expect(quantileBounds([3, 3, 3], 5)).toEqual([]);
    expect(quantileBounds([], 5)).toEqual([]);
  });
});

it('of minutes break at the planning limits', () => {
  expect(fixedBounds('nearest', [20, 30, 40])).toEqual([5, 10, 20, 30, 40]);
  expect(fixedBounds('second', [])).toEqual([5, 10, 20]);
});

it('of minutes break at the limits from the least, each once, however they come', () => {
  expect(minuteBounds([40, 20, 30, 20])).toEqual([5, 10, 20, 30, 40]);
  expect(minuteBounds([30])).toEqual([7.5, 15, 30]);
  expect(minuteBounds([])).toEqual([5, 10, 20]);
});

it.each([
  ['nearest', true, [5, 10, 20]],
  ['second', true, [5, 10, 20]],
  ['third', true, [5, 10, 20]],
  ['cumulative', false, [0, 2, 5, 10, 20, 40]],
  ['gravity', false, [0, 0.25, 0.5, 1, 2, 4]],
  ['2sfca', false, [0, 0.005, 0.01, 0.02, 0.04, 0.08]],
  ['bfca', false, [0, 0.001, 0.0025, 0.005, 0.01, 0.02]],
  ['spatial-availability', false, [0, 0.005, 0.01, 0.02, 0.04, 0.08]],
] as const)('of %s are of a time: %s, and fixed at %j', (measure, time, bounds) => {
  expect(isTime(measure)).toBe(time);
  expect(fixedBounds(measure, [20])).toEqual(bounds);
});
