import type { FeatureCollection, Geometry, Polygon } from 'geojson';
import { describe, expect, it } from 'vitest';
import { Feed } from '../../src/map/feed';

const square: Polygon = {
  type: 'Polygon',
  coordinates: [
    [
      [9, 45],
      [10, 45],
      [10, 46],
      [9, 45],
    ],
  ],
};

const drawn = (...features: [Geometry | null, Record<string, unknown>][]): FeatureCollection<Geometry | null> => ({
  type: 'FeatureCollection',
  features: features.map(([geometry, properties]) => ({ type: 'Feature', geometry, properties })),
});

describe('what is sent to a source', () => {
  it('is all of it the first time, but for what stands nowhere', () => {
    const given = new Feed().next('areas', drawn([square, { fill: 'red' }], [null, { fill: 'blue' }]));
    expect(given).toEqual({
      kind: 'whole',
      data: {
        type: 'FeatureCollection',
        features: [{ type: 'Feature', id: 0, geometry: square, properties: { fill: 'red' } }],
      },
    });
  });

  it('is nothing where it starts empty, or looks the same', () => {
    const feed = new Feed();
    expect(feed.next('areas', drawn()).kind).toBe('nothing');
    feed.next('areas', drawn([square, { fill: 'red' }]));
    expect(feed.next('areas', drawn([square, { fill: 'red' }])).kind).toBe('nothing');
  });

  it('is only the properties of what changed colour, on the same shapes', () => {
    const feed = new Feed();
    const other: Polygon = { ...square };
    feed.next('areas', drawn([square, { fill: 'red', pattern: 'dots' }], [other, { fill: 'red' }]));
    expect(feed.next('areas', drawn([square, { fill: 'blue' }], [other, { fill: 'red' }]))).toEqual({
      kind: 'changes',
      diff: { update: [{ id: 0, removeAllProperties: true, addOrUpdateProperties: [{ key: 'fill', value: 'blue' }] }] },
    });
  });

  it('is all of it where a shape is another one', () => {
    const feed = new Feed();
    feed.next('areas', drawn([square, { fill: 'red' }]));
    expect(feed.next('areas', drawn([{ ...square }, { fill: 'red' }])).kind).toBe('whole');
    expect(feed.next('areas', drawn()).kind).toBe('whole');
  });

  it('knows a point by where it stands', () => {
    const feed = new Feed();
    const at = (lon: number): Geometry => ({ type: 'Point', coordinates: [lon, 45] });
    feed.next('sites', drawn([at(9), {}]));
    expect(feed.next('sites', drawn([at(9), {}])).kind).toBe('nothing');
    expect(feed.next('sites', drawn([at(9.1), {}])).kind).toBe('whole');
    expect(feed.of('sites').map((f) => f.geometry)).toEqual([at(9.1)]);
    expect(feed.of('points')).toEqual([]);
  });
});
