import { expect, it } from 'vitest';
import { bordersOf, placed } from '../../src/api/placed';
import { boundsOfAll } from '../../src/domain/geometry';
import { area } from '../examples/rows';

const place = { codice: 'lodi', lon: 9.5, lat: 45.3, ovest: 9.3, sud: 45.1, est: 9.9, nord: 45.5 };

it('rows stand where their areas are, in the box of each; one that is nowhere stands nowhere', () => {
  const { features } = placed(
    { meta: {}, rows: [area, { ...area, codice: 'pavia' }] },
    { meta: {}, rows: [place] },
    (row) => row.codice,
  );
  expect(features.map((f) => f.geometry)).toEqual([{ type: 'Point', coordinates: [9.5, 45.3] }, null]);
  expect(boundsOfAll(features)).toEqual([9.3, 45.1, 9.9, 45.5]);
  expect(boundsOfAll(features.slice(1))).toBeNull();
});

it('the fingerprint of the borders is read, and is nothing where it is not told', () => {
  expect(bordersOf({ totali: { confini: 'b1' } })).toBe('b1');
  expect(bordersOf({})).toBe('');
});
