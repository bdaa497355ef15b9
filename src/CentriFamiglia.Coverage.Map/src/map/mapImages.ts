import type { Map as MapLibreMap } from 'maplibre-gl';
import { SITE_MARKERS } from '../drawing/markerStyles';
import { MARKER_RATIO, markerId, markerImage } from '../drawing/markers';
import { PATTERNS } from '../drawing/patternList';
import { patternId, patternTile } from '../drawing/patterns';

/** An image of nothing, of this side in CSS pixels: the room that a circle takes, so that no name lies under it. */
export const ROOM = { id: 'room', side: 10 };

/** Gives the map every pattern and marker that a layer may name. */
export function addImages(map: MapLibreMap): void {
  for (const paint of PATTERNS) map.addImage(patternId(paint), patternTile(paint), { pixelRatio: 2 });
  const sites = Object.values(SITE_MARKERS);
  for (const style of [...sites, ...sites.map((site) => ({ ...site, madeUp: true }))]) {
    map.addImage(markerId(style), markerImage(style), { pixelRatio: MARKER_RATIO });
  }
  map.addImage(ROOM.id, { width: ROOM.side, height: ROOM.side, data: new Uint8Array(4 * ROOM.side ** 2) });
}
