import type { Map as MapLibreMap } from 'maplibre-gl';

/** Resolves when everything a map was given is drawn, the tiles that its place needs among it. */
export async function still(map: MapLibreMap): Promise<void> {
  if (map.loaded() && !map.isMoving()) return;
  await new Promise<void>((resolve) => map.once('idle', () => resolve()));
}
