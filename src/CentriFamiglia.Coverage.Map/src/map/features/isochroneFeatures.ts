import type { Shapes } from '../../api/apiClient';
import type { IsochroneRow } from '../../api/rows';
import { isochroneStyle } from '../../drawing/isochroneStyles';
import { type Collection, collection } from './collection';

/** The farthest first, so that the nearest lies on top. */
export const isochroneSurfaces = (shapes: Shapes<IsochroneRow>): Collection =>
  collection(
    [...shapes.features]
      .sort((a, b) => b.properties.minuti - a.properties.minuti)
      .map((f) => ({
        type: 'Feature',
        geometry: f.geometry,
        properties: { fill: isochroneStyle(f.properties.minuti).fill },
      })),
  );
