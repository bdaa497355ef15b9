import type { Feature } from 'geojson';
import { expect, it } from 'vitest';
import type { Picked } from '../../src/map/features/collection';
import { spoken } from '../../src/map/features/spoken';
import { nextStop, stopsIn } from '../../src/map/walk';
import { area, comune, shapes } from '../examples/rows';
import { shown } from '../examples/views';

const feature = (code: string, x: number, y: number): Feature => ({
  type: 'Feature',
  geometry: { type: 'Point', coordinates: [x, y] },
  properties: { kind: 'sede', code, title: code, subtitle: '' } satisfies Picked,
});

const stops = (...features: Feature[]) => stopsIn(features, ([x, y]) => ({ x, y }), { width: 400, height: 300 });

it('the map is read line by line, each from the left', () => {
  const read = stops(feature('C', 20, 95), feature('B', 300, 12), feature('A', 100, 30), feature('D', 200, 110));
  expect(read.map((s) => s.picked.code)).toEqual(['A', 'B', 'C', 'D']);
});

it('what stands outside the map is not read, and nothing is read twice', () => {
  expect(stops(feature('A', -1, 10), feature('B', 10, 301), feature('C', 10, 10), feature('C', 10, 10))).toHaveLength(
    1,
  );
});

it('one goes on and back, and past the ends to nothing', () => {
  const read = stops(feature('A', 10, 10), feature('B', 20, 10), feature('C', 30, 10));
  const on = (code: string | null, step: 1 | -1) =>
    nextStop(read, code === null ? null : (feature(code, 0, 0).properties as Picked), step);
  expect([on(null, 1), on(null, -1)]).toEqual([0, 2]);
  expect([on('A', 1), on('B', -1)]).toEqual([1, 0]);
  expect([on('C', 1), on('A', -1)]).toEqual([null, null]);
  expect(on('Z', 1)).toBe(0);
  expect(nextStop([], null, 1)).toBeNull();
});

it('an area is read with what the view says of it and with its residents', () => {
  const data = shown({ areas: shapes(area), comuni: shapes(comune) });
  const lodi = { kind: 'ambito', code: 'lodi', title: 'Lodi', subtitle: 'Scoperto' } as const;
  expect(spoken(lodi, data, '3 di 91')).toBe('Lodi, Ambito, scoperto, 228.000 residenti, 3 di 91');
  expect(spoken({ ...lodi, kind: 'comune', code: '098031' }, data, '')).toBe(
    'Lodi, Comune, scoperto, 45.000 residenti',
  );
  expect(spoken({ kind: 'sede', code: 'LO01-H', title: 'Hub di Lodi', subtitle: 'Hub · Lodi' }, data, '1 di 2')).toBe(
    'Hub di Lodi, hub · lodi, 1 di 2',
  );
});
