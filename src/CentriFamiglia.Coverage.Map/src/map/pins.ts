import type { Map as MapLibreMap } from 'maplibre-gl';
import { MARKER_RATIO } from '../drawing/markers';
import { pinImage } from '../drawing/pins';

/** Draws the pin of a number when the map first needs it. */
export const drawPinsFor = (map: MapLibreMap): MapLibreMap =>
  map.setMissingStyleImageResolver((id) => {
    const pin = pinImage(id);
    if (pin && !map.hasImage(id)) map.addImage(id, pin, { pixelRatio: MARKER_RATIO });
  });
