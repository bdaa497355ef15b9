import { LEVELS, type Level } from '../../text/words';
import type { Collection, Picked } from './collection';

/** Of which content the tiles are: of the borders, and of everything that the answers rest on. */
export interface Versions {
  borders: string;
  data: string;
}

/** What the ground shows besides: the points where residents are counted, the main roads. */
export interface Ground {
  demand: boolean;
  roads: boolean;
}

/** One area, as a mark or a pick names it. */
export type AreaName = Pick<Picked, 'kind' | 'code'>;

/** Whether something that can be picked is drawn from tiles. */
export const isArea = ({ kind }: AreaName): boolean => LEVELS.some((level) => level === kind);

/** How an area of the tiles looks: the state that its layers read. */
export interface Look {
  fill: string;
  /** Id of an image; empty for none. */
  pattern: string;
  /** Outside the ATS chosen. */
  outside: boolean;
}

const NOTHING: Look = { fill: '', pattern: '', outside: false };

/** What of a collection of areas its level of tiles is told: the looks by code; only the level that the areas are of is seen. */
export interface Painting {
  level: Level | null;
  looks: ReadonlyMap<string, Look>;
  patterns: ReadonlySet<string>;
}

export function paintingOf({ features }: Collection): Painting {
  const looks = new Map<string, Look>();
  const patterns = new Set<string>();
  for (const { properties } of features) {
    const pattern = String(properties?.['pattern'] ?? '');
    if (pattern) patterns.add(pattern);
    looks.set(String(properties?.['code']), {
      fill: String(properties?.['fill'] ?? ''),
      pattern,
      outside: properties?.['outside'] === true,
    });
  }
  return { level: (features[0]?.properties?.['kind'] as Level | undefined) ?? null, looks, patterns };
}

/** What has to be told so that areas painted one way are painted another: those that look otherwise, and those that are no longer painted. */
export function repainted(
  before: ReadonlyMap<string, Look>,
  after: ReadonlyMap<string, Look>,
): ReadonlyMap<string, Look> {
  const told = new Map<string, Look>();
  for (const [code, look] of after) if (!isSame(before.get(code), look)) told.set(code, look);
  for (const code of before.keys()) if (!after.has(code)) told.set(code, NOTHING);
  return told;
}

/** What can be picked of a collection, by its code. */
export const pickedOf = ({ features }: Collection): Map<string, Picked> =>
  new Map(features.map(({ properties }) => [String(properties?.['code']), properties as Picked]));

const isSame = (a: Look | undefined, b: Look): boolean =>
  a !== undefined && a.fill === b.fill && a.pattern === b.pattern && a.outside === b.outside;
