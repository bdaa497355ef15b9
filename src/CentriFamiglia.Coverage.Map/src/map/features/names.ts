import type { Shapes } from '../../api/apiClient';
import type { ComuneRow } from '../../api/rows';
import { CAPITALS } from '../../domain/capitals';
import { labelPoint } from '../../domain/geometry';
import type { AreaRecord } from '../../state/viewData';
import { type AreaLevel, LEVEL_WORDS } from '../../text/words';
import { type Collection, collection } from './collection';

const CAPITAL_NAMES = new Set([...CAPITALS.values()].map(({ name }) => name));

/**
 * Names at the best point of each area; the most populous first where there is no room for all. An area that is named like its
 * capoluogo has no name of its own: the capoluogo's is always there.
 */
export function areaNames(shapes: Shapes<AreaRecord>, level: AreaLevel): Collection {
  return names(
    shapes.features.filter((f) => level === 'ats' || !CAPITAL_NAMES.has(f.properties.nome)),
    (row) => ({
      name: level === 'ats' ? `${LEVEL_WORDS.ats.one} ${row.nome}` : row.nome,
      size: level === 'ats' ? 14 : 11.5,
    }),
  );
}

/** Names of the comuni but for the capoluoghi, which are there before any answer. */
export const comuneNames = (shapes: Shapes<ComuneRow>): Collection =>
  names(
    shapes.features.filter((f) => !CAPITALS.has(f.properties.pro_com_t)),
    (row) => ({ name: row.comune }),
  );

/** The capoluoghi at their seats, the largest first. */
export const capitalNames = (): Collection =>
  collection(
    [...CAPITALS.values()].map(({ name, lon, lat, residents }) => ({
      type: 'Feature',
      geometry: { type: 'Point', coordinates: [lon, lat] },
      properties: { name, rank: -residents },
    })),
  );

function names<Row extends { residenti: number | null }>(
  features: Shapes<Row>['features'],
  label: (row: Row) => Record<string, string | number | boolean>,
): Collection {
  return collection(
    features.flatMap((f) => {
      const coordinates = labelPoint(f.geometry);
      if (!coordinates) return [];
      const properties = { ...label(f.properties), rank: -(f.properties.residenti ?? 0) };
      return [{ type: 'Feature' as const, geometry: { type: 'Point' as const, coordinates }, properties }];
    }),
  );
}
