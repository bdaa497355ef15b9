import type { FeatureCollection, Geometry } from 'geojson';
import type { Shapes } from '../../api/apiClient';
import type { Paint } from '../../drawing/paint';
import { patternId } from '../../drawing/patterns';
import { isInScope, type Selection, type ViewState } from '../../state/viewState';

export type Collection = FeatureCollection<Geometry | null>;

/** What every feature of a pickable layer carries. */
export interface Picked {
  kind: Selection['kind'];
  code: string;
  /** Two lines of the tooltip. */
  title: string;
  subtitle: string;
}

/** How a surface is described: the second line of its tooltip, and its paint. */
export interface Description {
  subtitle: string;
  paint: Paint;
}

export const collection = (features: Collection['features']): Collection => ({ type: 'FeatureCollection', features });

export const EMPTY = collection([]);

/** Rows as features that carry only what the map draws and picks; those of another ATS than the one chosen step back. */
export const drawn = <Row extends { ats: string | null }>(
  { features }: Shapes<Row>,
  state: ViewState,
  properties: (row: Row) => Picked & Record<string, unknown>,
): Collection =>
  collection(
    features.map((f) => ({
      type: 'Feature',
      geometry: f.geometry,
      properties: { ...properties(f.properties), outside: !isInScope(state, f.properties) },
    })),
  );

/** A paint as the layers of the map read it. */
export const painted = (paint: Paint): Record<string, string> =>
  paint.pattern === 'plain' ? { fill: paint.fill } : { fill: paint.fill, pattern: patternId(paint) };
