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
    expect(new Feed().next('areas', drawn([square, { fill: 'red' }], [null, { fill: 'blue' }]))).toEqual(
      drawn([square, { fill: 'red' }]),
    );
  });

  it('is nothing where it starts empty, or looks the same', () => {
    const feed = new Feed();
    expect(feed.next('areas', drawn())).toBeNull();
    feed.next('areas', drawn([square, { fill: 'red' }]));
    expect(feed.next('areas', drawn([square, { fill: 'red' }]))).toBeNull();
  });

  it('is all of it where one has another colour', () => {
    const feed = new Feed();
    feed.next('areas', drawn([square, { fill: 'red', pattern: 'dots' }]));
    expect(feed.next('areas', drawn([square, { fill: 'red' }]))).toEqual(drawn([square, { fill: 'red' }]));
  });

  it('is all of it where a shape is another one', () => {
    const feed = new Feed();
    feed.next('areas', drawn([square, { fill: 'red' }]));
    expect(feed.next('areas', drawn([{ ...square }, { fill: 'red' }]))).not.toBeNull();
    expect(feed.next('areas', drawn())).toEqual(drawn());
  });

  it('knows a point by where it stands', () => {
    const feed = new Feed();
    const at = (lon: number): Geometry => ({ type: 'Point', coordinates: [lon, 45] });
    feed.next('sites', drawn([at(9), {}]));
    expect(feed.next('sites', drawn([at(9), {}]))).toBeNull();
    expect(feed.next('sites', drawn([at(9.1), {}]))).not.toBeNull();
    expect(feed.of('sites').map((f) => f.geometry)).toEqual([at(9.1)]);
    expect(feed.of('points')).toEqual([]);
  });
});
