import type { Feature, FeatureCollection, Geometry } from 'geojson';
import type { GeoJSONSourceDiff } from 'maplibre-gl';

/** What a source is given: all of it anew, only the properties that changed, or nothing. */
export type Given =
  | { kind: 'whole'; data: FeatureCollection }
  | { kind: 'changes'; diff: GeoJSONSourceDiff }
  | { kind: 'nothing' };

interface Held {
  features: Feature[];
  /** Of each feature, as text. */
  looks: string[];
}

/** What every source holds, so that a shape travels to the worker of the map once and a colour alone travels alone. */
export class Feed {
  private readonly held = new Map<string, Held>();

  /** What has to be sent so that the source holds the collection; features without a place are left out. */
  next(source: string, collection: FeatureCollection<Geometry | null>): Given {
    const before = this.held.get(source);
    const features = collection.features
      .filter((f): f is Feature => f.geometry !== null)
      .map((feature, id) => ({ ...feature, id }));
    const looks = features.map((f) => JSON.stringify(f.properties));
    this.held.set(source, { features, looks });
    if (!before) return features.length === 0 ? { kind: 'nothing' } : whole(features);
    if (!sameShapes(before.features, features)) return whole(features);
    const changed = features.filter((_, i) => looks[i] !== before.looks[i]);
    if (changed.length === 0) return { kind: 'nothing' };
    return { kind: 'changes', diff: { update: changed.map(propertiesOf) } };
  }

  /** What the source holds now. */
  of = (source: string): readonly Feature[] => this.held.get(source)?.features ?? [];
}

const whole = (features: Feature[]): Given => ({ kind: 'whole', data: { type: 'FeatureCollection', features } });

const propertiesOf = ({ id, properties }: Feature): NonNullable<GeoJSONSourceDiff['update']>[number] => ({
  id: id as number,
  removeAllProperties: true,
  addOrUpdateProperties: Object.entries(properties ?? {}).map(([key, value]) => ({ key, value })),
});

const sameShapes = (before: readonly Feature[], after: readonly Feature[]): boolean =>
  before.length === after.length && after.every((f, i) => isSameShape((before[i] as Feature).geometry, f.geometry));

/** The same shape of the same answer; points are made anew, and small enough to be looked at. */
const isSameShape = (a: Geometry, b: Geometry): boolean =>
  a === b ||
  (a.type === 'Point' &&
    b.type === 'Point' &&
    a.coordinates[0] === b.coordinates[0] &&
    a.coordinates[1] === b.coordinates[1]);
