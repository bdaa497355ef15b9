import { describe, expect, it } from 'vitest';
import { curveEnd, isWithin, NO_KNOBS, RANGES, setKnobs, withPlace } from '../../src/api/proposalKnobs';

describe('a number of a search', () => {
  it.each([
    ['limit', 0.5, true],
    ['limit', 0.49, false],
    ['limit', 20.255, false],
    ['reach', 0, true],
    ['spokeCost', 1e9, true],
    ['spokeCost', 1e9 + 1, false],
    ['share', 100, true],
    ['share', 0, false],
    ['timeLimit', 1.5, false],
    ['timeLimit', Number.NaN, false],
  ] as const)('%s %d may be asked for: %s', (name, value, expected) => {
    expect(isWithin(value, RANGES[name])).toBe(expected);
  });
});

describe('the choices of a search', () => {
  it('are counted where they are not the usual ones', () => {
    expect(setKnobs(NO_KNOBS)).toBe(0);
    expect(setKnobs({ ...NO_KNOBS, reach: 0, balance: true, notIn: ['017087'] })).toBe(3);
  });

  it('have a comune in one list at most', () => {
    const never = withPlace(NO_KNOBS, 'notIn', '017087', true);
    const only = withPlace(never, 'onlyIn', '017087', true);
    expect([never.notIn, only.notIn, only.onlyIn]).toEqual([['017087'], [], ['017087']]);
    expect(withPlace(only, 'onlyIn', '017087', false)).toEqual(NO_KNOBS);
    expect(withPlace(only, 'notIn', '017096', false)).toEqual(only);
    const fixed = withPlace(only, 'fixed', '017087', true);
    expect([fixed.fixed, fixed.onlyIn, fixed.notIn]).toEqual([['017087'], ['017087'], []]);
    expect(withPlace(fixed, 'notIn', '017087', true)).toMatchObject({ fixed: [], onlyIn: [], notIn: ['017087'] });
  });
});

it.each([
  [1, 10],
  [10, 10],
  [11, 20],
  [200, 200],
])('with %d Spokes the curve goes to %d', (spokes, end) => {
  expect(curveEnd(spokes)).toBe(end);
});
