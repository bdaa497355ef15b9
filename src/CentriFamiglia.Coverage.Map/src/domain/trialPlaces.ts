import type { Geometry, Position } from 'geojson';

/** Whether a polygon or several hold a point; what a hole cuts out is outside. */
export function holds(geometry: Geometry | null, lon: number, lat: number): boolean {
  if (geometry?.type === 'Polygon') return inRings(geometry.coordinates, lon, lat);
  return geometry?.type === 'MultiPolygon' && geometry.coordinates.some((rings) => inRings(rings, lon, lat));
}

const inRings = (rings: Position[][], lon: number, lat: number): boolean =>
  rings.filter((ring) => crosses(ring, lon, lat)).length % 2 === 1;

/** Whether a ray to the east crosses the ring an odd number of times. */
function crosses(ring: Position[], lon: number, lat: number): boolean {
  let inside = false;
  for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
    const [x1 = 0, y1 = 0] = ring[i] ?? [];
    const [x2 = 0, y2 = 0] = ring[j] ?? [];
    if (y1 > lat !== y2 > lat && lon < ((x2 - x1) * (lat - y1)) / (y2 - y1) + x1) inside = !inside;
  }
  return inside;
}

/** The nearest of some places, as the crow flies; null where there is none. */
export function nearest<Place extends { lon: number; lat: number }>(
  places: readonly Place[],
  lon: number,
  lat: number,
): Place | null {
  const shrink = Math.cos((lat * Math.PI) / 180);
  const square = (place: Place) => ((place.lon - lon) * shrink) ** 2 + (place.lat - lat) ** 2;
  return places.reduce<Place | null>((best, place) => (best && square(best) <= square(place) ? best : place), null);
}
