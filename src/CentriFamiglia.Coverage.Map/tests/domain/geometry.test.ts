import type { Geometry, Position } from 'geojson';
import { describe, expect, it } from 'vitest';
import { boundsOf, labelPoint } from '../../src/domain/geometry';

const square = (west: number, south: number, side: number): Position[] => [
  [west, south],
  [west + side, south],
  [west + side, south + side],
  [west, south + side],
  [west, south],
];

describe('the bounds', () => {
  it.each<[string, (Geometry | null)[], unknown]>([
    ['nothing', [], null],
    ['no geometry', [null], null],
    ['a point', [{ type: 'Point', coordinates: [9, 45] }], [9, 45, 9, 45]],
    [
      'a line',
      [
        {
          type: 'LineString',
          coordinates: [
            [9, 46],
            [8, 45],
          ],
        },
      ],
      [8, 45, 9, 46],
    ],
    [
      'two points',
      [
        {
          type: 'MultiPoint',
          coordinates: [
            [9, 45],
            [10, 44],
          ],
        },
      ],
      [9, 44, 10, 45],
    ],
    ['a polygon', [{ type: 'Polygon', coordinates: [square(9, 45, 2)] }], [9, 45, 11, 47]],
    ['lines', [{ type: 'MultiLineString', coordinates: [[[9, 45]], [[12, 44]]] }], [9, 44, 12, 45]],
    ['parts', [{ type: 'MultiPolygon', coordinates: [[square(9, 45, 1)], [square(12, 40, 1)]] }], [9, 40, 13, 46]],
    [
      'two geometries',
      [{ type: 'Point', coordinates: [9, 45] }, null, { type: 'Point', coordinates: [-3, 50] }],
      [-3, 45, 9, 50],
    ],
    [
      'a collection',
      [
        {
          type: 'GeometryCollection',
          geometries: [
            { type: 'Point', coordinates: [9, 45] },
            { type: 'Point', coordinates: [8, 46] },
          ],
        },
      ],
      [8, 45, 9, 46],
    ],
    ['a point without coordinates', [{ type: 'Point', coordinates: [] }], null],
  ])('of %s', (_, geometries, bounds) => {
    expect(boundsOf(geometries)).toEqual(bounds);
  });
});

describe('a name', () => {
  const near = (point: Position | null) => point?.map((v) => Number(v.toFixed(1)));

  it('stands in the middle of an area', () => {
    expect(near(labelPoint({ type: 'Polygon', coordinates: [square(9, 45, 1)] }))).toEqual([9.5, 45.5]);
  });

  it('stands in the largest part, wherever it comes and however it turns', () => {
    const [small, large] = [square(9, 45, 1), square(20, 45, 2)];
    for (const parts of [
      [small, large],
      [large, small],
      [small, [...large].reverse()],
    ]) {
      const coordinates = parts.map((ring) => [ring]);
      expect(near(labelPoint({ type: 'MultiPolygon', coordinates }))).toEqual([21, 46]);
    }
  });

  it('of a point stands there, and of nothing nowhere', () => {
    expect(labelPoint({ type: 'Point', coordinates: [9, 45] })).toEqual([9, 45]);
    expect(labelPoint(null)).toBeNull();
    expect(labelPoint({ type: 'MultiPolygon', coordinates: [] })).toBeNull();
    expect(
      labelPoint({
        type: 'LineString',
        coordinates: [
          [9, 45],
          [10, 46],
        ],
      }),
    ).toBeNull();
  });
});
