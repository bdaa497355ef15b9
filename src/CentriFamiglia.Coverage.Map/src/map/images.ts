import type { Map as MapLibreMap } from 'maplibre-gl';
import { SITE_MARKERS, SUGGESTION_MARKERS } from '../drawing/markerStyles';
import { MARKER_RATIO, markerId, markerImage } from '../drawing/markers';
import { patternId, patternTile } from '../drawing/patterns';
import {
  BEYOND_LIMIT,
  OUTCOME_PAINTS,
  REACH_PAINTS,
  SHIFT_PAINTS,
  UNREACHABLE,
  VERDICT_PAINTS,
} from '../drawing/styles';

/** The patterns and the markers that the layers name. */
export function addImages(map: MapLibreMap): void {
  const judgements = [VERDICT_PAINTS, OUTCOME_PAINTS, REACH_PAINTS, SHIFT_PAINTS].flatMap((paints) =>
    Object.values(paints),
  );
  for (const paint of [...judgements, BEYOND_LIMIT, UNREACHABLE]) {
    if (paint.pattern === 'plain' || map.hasImage(patternId(paint))) continue;
    map.addImage(patternId(paint), patternTile(paint), { pixelRatio: 2 });
  }
  for (const style of [...Object.values(SITE_MARKERS), ...Object.values(SUGGESTION_MARKERS)]) {
    map.addImage(markerId(style), markerImage(style), { pixelRatio: MARKER_RATIO });
  }
}
