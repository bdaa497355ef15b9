import type { Polygon, Position } from 'geojson';
import { describe, expect, it } from 'vitest';
import { outlineOf } from '../../src/domain/outline';

const surface = (...rings: Position[][]): Polygon => ({ type: 'Polygon', coordinates: rings });
/** A square of side 1 with its lower left corner there, counterclockwise. */
const square = (x: number, y: number) =>
  surface([
    [x, y],
    [x + 1, y],
    [x + 1, y + 1],
    [x, y + 1],
    [x, y],
  ]);

describe('the outline of surfaces', () => {
  it('of one is its border', () => {
    expect(outlineOf([square(0, 0)]).coordinates).toEqual(square(0, 0).coordinates);
  });

  it('that touch goes around both', () => {
    expect(outlineOf([square(0, 0), square(1, 0)]).coordinates).toEqual([
      [
        [0, 0],
        [1, 0],
        [2, 0],
        [2, 1],
        [1, 1],
        [0, 1],
        [0, 0],
      ],
    ]);
  });

  it('that lie apart is two, and a hole has its own', () => {
    const holed = surface(
      [
        [0, 0],
        [9, 0],
        [9, 9],
        [0, 0],
      ],
      [
        [5, 2],
        [5, 3],
        [6, 3],
        [5, 2],
      ],
    );
    expect(outlineOf([holed, square(20, 0)]).coordinates).toHaveLength(3);
    expect(
      outlineOf([{ type: 'MultiPolygon', coordinates: [square(0, 0).coordinates, square(3, 0).coordinates] }])
        .coordinates,
    ).toHaveLength(2);
  });

  it('of nothing is nothing', () => {
    expect(outlineOf([null, { type: 'Point', coordinates: [1, 1] }])).toEqual({
      type: 'MultiLineString',
      coordinates: [],
    });
  });
});
