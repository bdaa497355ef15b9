import type { Feature, MultiPoint, Polygon, Position } from 'geojson';
import { expect, it } from 'vitest';
import type { ComuneRow } from '../../src/api/rows';
import { residentDots } from '../../src/map/features/residentDots';
import { comune } from '../examples/rows';

const box = (west: number, south: number, east: number, north: number): Polygon => ({
  type: 'Polygon',
  coordinates: [
    [
      [west, south],
      [east, south],
      [east, north],
      [west, north],
      [west, south],
    ],
  ],
});

const comuni = (...rows: [string, number, Polygon | null][]) => ({
  type: 'FeatureCollection' as const,
  features: rows.map(([pro_com_t, residenti, geometry]) => ({
    type: 'Feature' as const,
    geometry,
    properties: { ...comune, pro_com_t, residenti } as ComuneRow,
  })),
});

const dots = (shapes: ReturnType<typeof comuni>, lakes: Feature[] = []): Position[] =>
  residentDots(shapes, lakes).features.flatMap((f) => (f.geometry as MultiPoint).coordinates);

it('there is a dot for every thousand residents, inside their comune', () => {
  const places = dots(comuni(['098031', 45000, box(9, 45, 9.2, 45.1)]));
  expect(places).toHaveLength(45);
  expect(places.every(([lon = 0, lat = 0]) => lon >= 9 && lon <= 9.2 && lat >= 45 && lat <= 45.1)).toBe(true);
});

it('small comuni have one together, and one of none has none', () => {
  const small = (code: string): [string, number, Polygon] => [code, 250, box(9, 45, 9.1, 45.1)];
  expect(dots(comuni(small('098001'), small('098002'), small('098003'), small('098004')))).toHaveLength(1);
  expect(dots(comuni(['098001', 0, box(9, 45, 9.1, 45.1)]))).toEqual([]);
  expect(dots(comuni(['098001', 9000, null]))).toEqual([]);
});

it('the same data put the dots in the same places, whatever their order', () => {
  const one: [string, number, Polygon] = ['098001', 3300, box(9, 45, 9.1, 45.1)];
  const two: [string, number, Polygon] = ['098002', 2800, box(10, 45, 10.1, 45.1)];
  expect(dots(comuni(one, two))).toEqual(dots(comuni(two, one)));
});

it('nobody lives on the water', () => {
  const lake: Feature = { type: 'Feature', geometry: box(9, 45, 9.19, 45.1), properties: {} };
  const places = dots(comuni(['098031', 20000, box(9, 45, 9.2, 45.1)]), [lake]);
  // The land is a twentieth of the comune: a dot in twenty is tried often enough to find it.
  expect(places.filter(([lon = 0]) => lon > 9.19).length).toBeGreaterThan(17);
});
