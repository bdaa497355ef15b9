import type { VectorSourceSpecification } from 'maplibre-gl';
import { LEVELS, type Level } from '../text/words';

/** The collections of the service that the map draws from its tiles: those of each level, and the points where residents are counted. */
export const TILED = {
  ats: 'ats',
  distretto: 'distretti',
  ambito: 'ambiti',
  comune: 'comuni',
} as const satisfies Record<Level, string>;

export const POINTS = 'punti';

/** There where a road network is loaded. */
export const ROADS = 'strade-principali';

export type TiledSource = (typeof TILED)[Level] | typeof POINTS | typeof ROADS;

/** What is drawn by its own properties; everything else is painted by the answers, and its tiles carry ids alone. */
const PROPERTIES: Partial<Record<TiledSource, string>> = { [POINTS]: 'residenti', [ROADS]: 'classe' };

export const TILED_SOURCES: readonly TiledSource[] = [...LEVELS.map((level) => TILED[level]), POINTS, ROADS];

/** Deeper than this the borders of the service are no finer on a screen. */
const DEEPEST = 12;

/** A source whose address is not known yet: until it is, no layer of it is seen, and nothing is asked. */
export const tiledSource = (): VectorSourceSpecification => ({
  type: 'vector',
  tiles: [],
  maxzoom: DEEPEST,
  promoteId: 'id',
});

/**
 * Where the tiles of a collection are.
 * @param page Address of the page, which the service stands beside.
 * @param version Of the content: with another one the address is another, so that nobody keeps what was.
 */
export const tileAddress = (source: TiledSource, page: string, version: string): string =>
  `${new URL(`ogc/collections/${source}/tiles/WebMercatorQuad/`, page).href}{z}/{y}/{x}?f=mvt&properties=${PROPERTIES[source] ?? ''}&v=${version}`;
