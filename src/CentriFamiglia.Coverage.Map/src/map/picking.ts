import type { Map as MapLibreMap, Point } from 'maplibre-gl';
import type { Picked } from './features/collection';
import type { MapSources } from './mapSources';
import { PICKED_LAYERS, PICKED_SURFACES } from './style';

/** What lies at a place of the map, the topmost first; null where nothing can be picked. */
export function pickedAt({ map, sources }: { map: MapLibreMap; sources: MapSources }, point: Point): Picked | null {
  for (const layer of PICKED_LAYERS) {
    const [hit] = map.queryRenderedFeatures(point, { layers: [layer] });
    if (hit) return hit.properties as Picked;
  }
  const [area] = map.queryRenderedFeatures(point, { layers: PICKED_SURFACES });
  return area ? sources.areaOf(area.id) : null;
}
