import type { Geometry, MultiLineString, Position } from 'geojson';

/**
 * The border around surfaces that share their vertices: the edges that only one of them has, joined into lines. What two of them share is
 * inside.
 */
export function outlineOf(surfaces: readonly (Geometry | null)[]): MultiLineString {
  const edges = new Map<string, [Position, Position]>();
  for (const ring of surfaces.flatMap(ringsOf)) {
    for (let i = 1; i < ring.length; i++) {
      const [from, to] = [ring[i - 1] as Position, ring[i] as Position];
      const [a, b] = [keyOf(from), keyOf(to)];
      const key = a < b ? `${a} ${b}` : `${b} ${a}`;
      if (!edges.delete(key)) edges.set(key, [from, to]);
    }
  }
  return { type: 'MultiLineString', coordinates: joined([...edges.values()]) };
}

function ringsOf(surface: Geometry | null): Position[][] {
  if (surface?.type === 'Polygon') return surface.coordinates;
  return surface?.type === 'MultiPolygon' ? surface.coordinates.flat() : [];
}

/** Lines as long as they go: rings run the same way round, so that an edge goes on where another begins. */
function joined(edges: [Position, Position][]): Position[][] {
  const from = new Map<string, [Position, Position][]>();
  for (const edge of edges) from.set(keyOf(edge[0]), [...(from.get(keyOf(edge[0])) ?? []), edge]);
  const ends = new Set(edges.map(([, to]) => keyOf(to)));
  const lines: Position[][] = [];
  const used = new Set<[Position, Position]>();
  // Lines that begin somewhere first; what is left are rings.
  for (const start of [...edges.filter(([a]) => !ends.has(keyOf(a))), ...edges]) {
    if (used.has(start)) continue;
    const line = [start[0]];
    for (let edge: [Position, Position] | undefined = start; edge; ) {
      used.add(edge);
      const end: Position = edge[1];
      line.push(end);
      edge = from.get(keyOf(end))?.find((next) => !used.has(next));
    }
    lines.push(line);
  }
  return lines;
}

const keyOf = ([lon, lat]: Position): string => `${lon},${lat}`;
