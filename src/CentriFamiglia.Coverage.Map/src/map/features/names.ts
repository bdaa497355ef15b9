import type { Shapes } from '../../api/apiClient';
import type { ComuneRow } from '../../api/rows';
import { labelPoint } from '../../domain/geometry';
import type { AreaRecord } from '../../state/viewData';
import { type AreaLevel, LEVEL_WORDS } from '../../text/words';
import { type Collection, collection } from './collection';

/** Names at the best point of each area; the most populous first where there is no room for all. */
export function areaNames(shapes: Shapes<AreaRecord>, level: AreaLevel): Collection {
  return names(
    shapes,
    (row) => (level === 'ats' ? `${LEVEL_WORDS.ats.one} ${row.nome}` : row.nome),
    level === 'ats' ? 14 : 11.5,
  );
}

export const comuneNames = (shapes: Shapes<ComuneRow>): Collection => names(shapes, (row) => row.comune, 10);

function names<Row extends { residenti: number }>(
  shapes: Shapes<Row>,
  name: (row: Row) => string,
  size: number,
): Collection {
  return collection(
    shapes.features.flatMap((f) => {
      const coordinates = labelPoint(f.geometry);
      if (!coordinates) return [];
      const properties = { name: name(f.properties), rank: -f.properties.residenti, size };
      return [{ type: 'Feature' as const, geometry: { type: 'Point' as const, coordinates }, properties }];
    }),
  );
}
