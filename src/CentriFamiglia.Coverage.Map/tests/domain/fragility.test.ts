import { expect, it } from 'vitest';
import { weightOf } from '../../src/domain/fragility';
import { WEIGHT_DOTS } from '../../src/drawing/styles';

it('a sede without a place changes nothing, the ten most critical stand out', () => {
  const weights = [
    { critica: true, posizione: 1 },
    { critica: false, posizione: 11 },
    { critica: false, posizione: null },
  ].map(weightOf);
  expect(weights).toEqual(['critica', 'conta', 'nulla']);
  const radii = weights.map((weight) => WEIGHT_DOTS[weight].radius);
  expect(radii).toEqual([...radii].sort((a, b) => b - a));
});
