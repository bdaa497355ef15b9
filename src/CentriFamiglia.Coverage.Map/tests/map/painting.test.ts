import { expect, it } from 'vitest';
import { PATTERNS } from '../../src/drawing/patternList';
import { patternId } from '../../src/drawing/patterns';
import { paintingOf, repainted } from '../../src/map/features/painting';
import { surfaces } from '../../src/map/features/surfaces';
import { area, comune, shapes } from '../examples/rows';
import { shown, view } from '../examples/views';

const uncovered = { ...area, codice: 'pavia', nome: 'Pavia', ats: 'Pavia', verdetto: 'SCOPERTO' as const };
const areas = shapes(area, uncovered);

it('areas are painted by code, with the patterns that are used', () => {
  const { level, looks, patterns } = paintingOf(surfaces(shown({ areas }), view({ ats: 'Milano' })));
  expect(level).toBe('ambito');
  expect(Object.fromEntries(looks)).toEqual({
    lodi: { fill: '#6ba3c7', pattern: '', outside: false },
    pavia: { fill: '#f4b06a', pattern: 'pattern:cross:#a8480a', outside: true },
  });
  expect([...patterns]).toEqual(['pattern:cross:#a8480a']);
});

it('the comuni are a level of their own, and nothing is of none', () => {
  const comuni = shapes(comune);
  expect(paintingOf(surfaces(shown({ areas, comuni }), view({ theme: 'tempi', level: 'comune' }))).level).toBe(
    'comune',
  );
  expect(paintingOf({ type: 'FeatureCollection', features: [] }).level).toBeNull();
});

it('another view tells only what looks otherwise, and sends no border', () => {
  const painted = (verdetto: 'SEDE' | 'SCOPERTO') =>
    paintingOf(surfaces(shown({ areas: shapes({ ...area, verdetto }, uncovered) }), view())).looks;
  expect(repainted(painted('SEDE'), painted('SEDE')).size).toBe(0);
  expect([...repainted(painted('SEDE'), painted('SCOPERTO'))]).toEqual([
    ['lodi', { fill: '#f4b06a', pattern: 'pattern:cross:#a8480a', outside: false }],
  ]);
});

it('what is no longer painted is told so', () => {
  const before = paintingOf(surfaces(shown({ areas }), view())).looks;
  const after = paintingOf(surfaces(shown({ areas: shapes(area) }), view())).looks;
  expect([...repainted(before, after)]).toEqual([['pavia', { fill: '', pattern: '', outside: false }]]);
});

it('every pattern that a view may use has its image and its layer', () => {
  const known = PATTERNS.map(patternId);
  expect(new Set(known).size).toBe(known.length);
  expect(known).toEqual(expect.arrayContaining(['pattern:cross:#a8480a', 'pattern:cased:#b3261e']));
});
