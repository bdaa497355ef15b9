import { expect, it } from 'vitest';
import { areaLevelOf, levelFor, levelsOf } from '../../src/domain/levels';

it('comuni are shown only where they have figures of their own', () => {
  expect(levelsOf('tempi')).toEqual(['ambito', 'distretto', 'ats', 'comune']);
  expect(levelsOf('copertura')).toEqual(['ambito', 'distretto', 'ats']);
  expect(levelsOf('orari')).toEqual(['comune']);
});

it('a level that a view does not have gives way to its first', () => {
  expect(levelFor('proposte', 'distretto')).toBe('distretto');
  expect(levelFor('proposte', 'ats')).toBe('ambito');
});

it('the areas behind the comuni are Ambiti', () => {
  expect([areaLevelOf('comune'), areaLevelOf('ats')]).toEqual(['ambito', 'ats']);
});
