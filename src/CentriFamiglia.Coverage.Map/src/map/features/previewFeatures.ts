import type { PreviewPoint } from '../../api/previewRows';
import { type Collection, collection } from './collection';

/** Where a file has its rows: a hollow ring where one is refused, full where it changes something. */
export const previewPoints = (points: readonly PreviewPoint[]): Collection =>
  collection(
    points.map(({ lon, lat, outcome }) => ({
      type: 'Feature',
      geometry: { type: 'Point', coordinates: [lon, lat] },
      properties: outcome === 'rifiutata' ? { fill: '#ffffff', ink: '#b3261e' } : { fill: '#8a1c5c', ink: '#ffffff' },
    })),
  );
