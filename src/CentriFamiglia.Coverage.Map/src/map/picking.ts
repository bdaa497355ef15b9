import type { Map as MapLibreMap, Point } from 'maplibre-gl';
import type { Picked } from './features/collection';
import { PICKED_LAYERS } from './style';

/** What lies at a place of the map, the topmost first; null where nothing can be picked. */
export function pickedAt(map: MapLibreMap, point: Point): Picked | null {
  for (const layer of PICKED_LAYERS) {
    const [hit] = map.queryRenderedFeatures(point, { layers: [layer] });
    if (hit) return hit.properties as Picked;
  }
  return null;
}
