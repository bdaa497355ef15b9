import type { BBox, Feature, Geometry, MultiPolygon, Polygon, Position } from 'geojson';
import polylabel from 'polylabel';

/** West, south, east, north in degrees. */
export type Bounds = [number, number, number, number];

export function boundsOf(geometries: (Geometry | null)[]): Bounds | null {
  const bounds: Bounds = [Infinity, Infinity, -Infinity, -Infinity];
  for (const geometry of geometries) for (const position of positionsOf(geometry)) widen(bounds, position);
  return bounds[0] <= bounds[2] ? bounds : null;
}

/** The same of features; a box that one tells of itself counts, and not where it is drawn. */
export const boundsOfAll = (features: readonly Pick<Feature<Geometry | null>, 'geometry' | 'bbox'>[]): Bounds | null =>
  boundsOf(features.map(({ geometry, bbox }) => (bbox ? cornersOf(bbox) : geometry)));

const cornersOf = ([west = 0, south = 0, east = 0, north = 0]: BBox): Geometry => ({
  type: 'MultiPoint',
  coordinates: [
    [west, south],
    [east, north],
  ],
});

const labelPoints = new WeakMap<Geometry, Position | null>();

/** Where a name stands best: the point of the largest part farthest from its border; a point stands for itself. Searched once for each shape. */
export function labelPoint(geometry: Geometry | null): Position | null {
  if (!geometry || geometry.type === 'Point') return geometry?.coordinates ?? null;
  const known = labelPoints.get(geometry);
  if (known !== undefined) return known;
  const found = searchLabelPoint(geometry);
  labelPoints.set(geometry, found);
  return found;
}

/** Whether a place lies within a surface, and in none of its holes. */
export function contains(surface: Polygon | MultiPolygon, [lon = 0, lat = 0]: Position): boolean {
  const polygons = surface.type === 'Polygon' ? [surface.coordinates] : surface.coordinates;
  return polygons.some((rings) => rings.filter((ring) => isWithin(ring, lon, lat)).length % 2 === 1);
}

/** A ray to the east crosses the ring an odd number of times. */
function isWithin(ring: Position[], lon: number, lat: number): boolean {
  let within = false;
  for (let i = 1; i < ring.length; i++) {
    const [x1 = 0, y1 = 0] = ring[i - 1] as Position;
    const [x2 = 0, y2 = 0] = ring[i] as Position;
    if (y1 > lat !== y2 > lat && lon < x1 + ((lat - y1) / (y2 - y1)) * (x2 - x1)) within = !within;
  }
  return within;
}

function searchLabelPoint(geometry: Geometry): Position | null {
  const polygons =
    geometry?.type === 'Polygon'
      ? [geometry.coordinates]
      : geometry?.type === 'MultiPolygon'
        ? geometry.coordinates
        : [];
  let largest: Position[][] | null = null;
  let size = -1;
  for (const polygon of polygons) {
    const area = Math.abs(signedArea(polygon[0] ?? []));
    if (area > size) [largest, size] = [polygon, area];
  }
  if (!largest) return null;
  const [lon, lat] = polylabel(largest, 0.005);
  return [lon, lat];
}

function* positionsOf(geometry: Geometry | null): Generator<Position> {
  if (!geometry) return;
  if (geometry.type === 'GeometryCollection') {
    for (const part of geometry.geometries) yield* positionsOf(part);
    return;
  }
  if (geometry.type === 'Point') yield geometry.coordinates;
  else if (geometry.type === 'MultiPolygon') yield* geometry.coordinates.flat(2);
  else if (geometry.type === 'Polygon' || geometry.type === 'MultiLineString') yield* geometry.coordinates.flat(1);
  else yield* geometry.coordinates;
}

function widen(bounds: Bounds, [lon, lat]: Position): void {
  if (lon === undefined || lat === undefined) return;
  bounds[0] = Math.min(bounds[0], lon);
  bounds[1] = Math.min(bounds[1], lat);
  bounds[2] = Math.max(bounds[2], lon);
  bounds[3] = Math.max(bounds[3], lat);
}

function signedArea(ring: Position[]): number {
  let sum = 0;
  for (let i = 1; i < ring.length; i++) {
    const [x1 = 0, y1 = 0] = ring[i - 1] as Position;
    const [x2 = 0, y2 = 0] = ring[i] as Position;
    sum += x1 * y2 - x2 * y1;
  }
  return sum / 2;
}
