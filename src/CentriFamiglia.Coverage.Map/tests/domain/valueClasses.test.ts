import { describe, expect, it } from 'vitest';
import { valueClasses, valueClassOf } from '../../src/domain/valueClasses';

const bounds = (values: number[], classing: 'fisse' | 'quantili') =>
  valueClasses(values, classing)
    .map((c) => c.upTo)
    .slice(0, -1);

describe('classes of a measure', () => {
  it('fixed ones break at round numbers', () => {
    expect(bounds([0, 3, 48], 'fisse')).toEqual([10, 20, 30, 40]);
    expect(bounds([0.01, 0.11], 'fisse')).toEqual([0.02, 0.04, 0.06, 0.08, 0.1]);
  });

  it('quantiles hold as many areas each', () => {
    const values = [1, 2, 3, 4, 5, 60, 70, 80, 90, 1000];
    const classes = valueClasses(values, 'quantili');
    const counts = classes.map((_, i) => values.filter((v) => valueClassOf(v, classes) === i).length);
    expect(counts).toEqual([2, 2, 2, 2, 2]);
  });

  it('are fewer where values repeat, one where all are the same, none without values', () => {
    expect(bounds([0, 0, 0, 0, 0, 0, 0, 0, 9], 'quantili')).toEqual([0]);
    expect(valueClasses([7, 7, 7], 'fisse')).toHaveLength(1);
    expect(valueClasses([], 'quantili')).toEqual([]);
  });

  it('include their upper bound', () => {
    const classes = valueClasses([0, 50], 'fisse');
    expect(valueClassOf(10, classes)).toBe(0);
    expect(valueClassOf(10.01, classes)).toBe(1);
    expect(valueClassOf(50, classes)).toBe(4);
    expect(valueClassOf(null, classes)).toBeNull();
  });
});
