import type { Feature, Geometry, Position } from 'geojson';
import { labelPoint } from '../domain/geometry';
import type { Picked } from './features/collection';

/** One thing on the map that the keyboard reaches, and where it stands. */
export interface Stop {
  picked: Picked;
  geometry: Geometry;
  at: [number, number];
  /** CSS pixels from the top left of the map. */
  x: number;
  y: number;
}

/** Things this near in height are on one line of reading, CSS pixels. */
const LINE = 40;

/** Those of the features that stand within the map, in the order of reading: line by line from the top, each from the left. */
export function stopsIn(
  features: readonly Feature[],
  project: (at: [number, number]) => { x: number; y: number },
  size: { width: number; height: number },
): Stop[] {
  const seen = new Map<string, Stop>();
  for (const { geometry, properties } of features) {
    const picked = properties as Picked;
    const place: Position | null = labelPoint(geometry);
    if (!place || picked.kind === undefined) continue;
    const at: [number, number] = [place[0] ?? 0, place[1] ?? 0];
    const { x, y } = project(at);
    if (x < 0 || y < 0 || x > size.width || y > size.height) continue;
    seen.set(keyOf(picked), { picked, geometry, at, x, y });
  }
  return [...seen.values()].sort((a, b) => lineOf(a) - lineOf(b) || a.x - b.x || a.y - b.y);
}

/** The stop after, or before, the one that was last; the first or the last where there was none, null beyond the ends. */
export function nextStop(stops: readonly Stop[], last: Picked | null, step: 1 | -1): number | null {
  const index = last === null ? -1 : stops.findIndex(({ picked }) => keyOf(picked) === keyOf(last));
  const next = index < 0 ? (step > 0 ? 0 : stops.length - 1) : index + step;
  return next >= 0 && next < stops.length ? next : null;
}

const keyOf = ({ kind, code }: Picked): string => `${kind}:${code}`;

const lineOf = ({ y }: Stop): number => Math.floor(y / LINE);
