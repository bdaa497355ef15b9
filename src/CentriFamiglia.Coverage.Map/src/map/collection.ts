import type { FeatureCollection, Geometry } from 'geojson';

export type Collection = FeatureCollection<Geometry | null>;

export const collection = (features: Collection['features']): Collection => ({ type: 'FeatureCollection', features });
