import type { Feature, FeatureCollection, Geometry } from 'geojson';

interface Held {
  features: Feature[];
  /** Of each feature, as text. */
  looks: string[];
}

/** What every source holds, so that what looks the same does not travel to the worker of the map again. */
export class Feed {
  private readonly held = new Map<string, Held>();

  /** What has to be sent so that the source holds the collection, without what stands nowhere; null where it holds it already. */
  next(source: string, collection: FeatureCollection<Geometry | null>): FeatureCollection | null {
    const before = this.held.get(source) ?? { features: [], looks: [] };
    const features = collection.features.filter((f): f is Feature => f.geometry !== null);
    const looks = features.map((f) => JSON.stringify(f.properties));
    this.held.set(source, { features, looks });
    const isSame =
      features.length === before.features.length &&
      features.every(
        (f, i) => looks[i] === before.looks[i] && isSameShape((before.features[i] as Feature).geometry, f.geometry),
      );
    // Diffs of properties alone would be shorter, but with them the engine was seen to draw surfaces that had lost theirs.
    return isSame ? null : { type: 'FeatureCollection', features };
  }

  /** What the source holds now. */
  of = (source: string): readonly Feature[] => this.held.get(source)?.features ?? [];
}

/** The same shape of the same answer; points are made anew, and small enough to be looked at. */
const isSameShape = (a: Geometry, b: Geometry): boolean =>
  a === b ||
  (a.type === 'Point' &&
    b.type === 'Point' &&
    a.coordinates[0] === b.coordinates[0] &&
    a.coordinates[1] === b.coordinates[1]);
