import type { LayerAnswer, TableAnswer } from './apiClient';
import type { Columns } from './columns';
import { asObject, asText, type Json } from './meta';

/** One row of `/api/v1/places`: where a comune or an area is, degrees WGS84. */
export type PlaceRow = Columns<'PlaceRow', 'codice' | 'lon' | 'lat' | 'ovest' | 'sud' | 'est' | 'nord'>;

/** Rows at the places of their areas: a point, and the box around the area; a row whose area is drawn nowhere stands nowhere. */
export function placed<Row>(
  { meta, rows }: TableAnswer<Row>,
  places: TableAnswer<PlaceRow>,
  code: (row: Row) => string,
): LayerAnswer<Row> {
  const byCode = new Map(places.rows.map((row) => [row.codice, row]));
  return {
    type: 'FeatureCollection',
    meta,
    features: rows.map((properties) => {
      const place = byCode.get(code(properties));
      return {
        type: 'Feature',
        geometry: place ? { type: 'Point', coordinates: [place.lon, place.lat] } : null,
        properties,
        ...(place ? { bbox: [place.ovest, place.sud, place.est, place.nord] } : {}),
      };
    }),
  };
}

/** The fingerprint of all borders: what tiles show of them is the same as long as it is. */
export const bordersOf = (meta: Json): string => asText(asObject(meta['totali'])['confini']);
