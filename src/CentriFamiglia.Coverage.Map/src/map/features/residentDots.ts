import type { Feature, MultiPolygon, Polygon, Position } from 'geojson';
import type { Shapes } from '../../api/apiClient';
import type { ComuneRow } from '../../api/rows';
import { contains } from '../../domain/geometry';
import { type Collection, collection } from './collection';

/** Residents that one dot stands for. */
export const RESIDENTS_A_DOT = 1000;

/** How often a dot may fall outside its comune or into water before it is put down where it is. */
const TRIES = 60;

type Surface = Polygon | MultiPolygon;

/**
 * A dot for every thousand residents, somewhere on the land of their comune: the same place for the same data. What is left of one comune
 * counts for the next in the order of the codes, so that the dots are as many as the thousands of the region.
 */
export function residentDots({ features }: Shapes<ComuneRow>, lakes: readonly Feature[]): Collection {
  const water = lakes.flatMap(({ geometry }) => (isSurface(geometry) ? [{ geometry, box: boxOf(geometry) }] : []));
  const dots: Position[] = [];
  let left = RESIDENTS_A_DOT / 2;
  const ordered = [...features].sort((a, b) => (a.properties.pro_com_t < b.properties.pro_com_t ? -1 : 1));
  for (const { geometry, properties } of ordered) {
    if (!isSurface(geometry)) continue;
    left += properties.residenti ?? 0;
    const count = Math.floor(left / RESIDENTS_A_DOT);
    left -= count * RESIDENTS_A_DOT;
    if (count === 0) continue;
    const box = boxOf(geometry);
    const near = water.filter((lake) => overlap(lake.box, box)).map((lake) => lake.geometry);
    const random = randomFrom(Number(properties.pro_com_t));
    for (let i = 0; i < count; i++) dots.push(placeIn(geometry, box, near, random));
  }
  return collection(
    dots.length
      ? [{ type: 'Feature', geometry: { type: 'MultiPoint', coordinates: dots }, properties: { dots: dots.length } }]
      : [],
  );
}

function placeIn(surface: Surface, box: Box, water: readonly Surface[], random: () => number): Position {
  let inside: Position | null = null;
  for (let i = 0; i < TRIES; i++) {
    const at: Position = [box[0] + random() * (box[2] - box[0]), box[1] + random() * (box[3] - box[1])];
    if (!contains(surface, at)) continue;
    inside = at;
    if (!water.some((lake) => contains(lake, at))) return rounded(at);
  }
  return rounded(inside ?? [(box[0] + box[2]) / 2, (box[1] + box[3]) / 2]);
}

const rounded = ([lon = 0, lat = 0]: Position): Position => [Math.round(lon * 1e5) / 1e5, Math.round(lat * 1e5) / 1e5];

type Box = [number, number, number, number];

function boxOf(surface: Surface): Box {
  const box: Box = [Infinity, Infinity, -Infinity, -Infinity];
  for (const [lon = 0, lat = 0] of surface.coordinates.flat(surface.type === 'Polygon' ? 1 : 2) as Position[]) {
    box[0] = Math.min(box[0], lon);
    box[1] = Math.min(box[1], lat);
    box[2] = Math.max(box[2], lon);
    box[3] = Math.max(box[3], lat);
  }
  return box;
}

const overlap = (a: Box, b: Box): boolean => a[0] <= b[2] && b[0] <= a[2] && a[1] <= b[3] && b[1] <= a[3];

const isSurface = (geometry: Feature['geometry'] | null): geometry is Surface =>
  geometry?.type === 'Polygon' || geometry?.type === 'MultiPolygon';

/** Numbers from 0 to 1 that depend on the seed alone (mulberry32). */
function randomFrom(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}
