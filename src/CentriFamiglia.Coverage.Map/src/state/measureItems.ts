import type { TableAnswer } from '../api/apiClient';
import type { AreaMeasureRow, ComuneMeasureRow, ReachRow } from '../api/measureRows';
import { asNumber, asObject } from '../api/meta';
import { provenanceOf } from '../api/provenance';
import { isKnown } from '../domain/knowledge';
import { OVERVIEW } from '../text/legendWords';
import type { Statistic } from '../text/viewWords';
import type { MeasureData, MeasureItem } from './measureData';
import type { ViewState } from './viewState';

/** The measure of a view with its curves, of the region and of each ATS. */
export function measureDataOf(
  { measure }: Pick<ViewState, 'measure'>,
  answer: TableAnswer<ComuneMeasureRow | AreaMeasureRow>,
  [region, byAts]: [ReachRow[], ReachRow[]],
): MeasureData {
  const reach = new Map<string, ReachRow[]>([['', region]]);
  for (const row of byAts) reach.set(row.nome, [...(reach.get(row.nome) ?? []), row]);
  return {
    measure,
    unit: answer.rows[0]?.unita ?? '',
    items: { media: itemsBy('media', answer.rows), mediana: itemsBy('mediana', answer.rows) },
    indices: indicesOf(answer.meta['indici']),
    reach,
    warnings: provenanceOf(answer.meta).warnings,
  };
}

const itemsBy = (
  statistic: Statistic,
  rows: readonly (ComuneMeasureRow | AreaMeasureRow)[],
): Map<string, MeasureItem> =>
  byCode(rows.map((row) => ('pro_com_t' in row ? comuneItem(row) : areaItem(statistic)(row))));

const INDICES: [key: string, name: string][] = [
  ['gini', 'Gini'],
  ['theil', 'Theil'],
  ['theil_tra_ambiti', OVERVIEW.theilBetween],
  ['theil_entro_ambiti', OVERVIEW.theilWithin],
];

function indicesOf(value: unknown): MeasureData['indices'] {
  const indices = asObject(value);
  return INDICES.map(([key, name]) => [name, asNumber(indices[key])]);
}

export const comuneItem = (row: ComuneMeasureRow): MeasureItem => ({
  code: row.pro_com_t,
  name: row.comune,
  within: row.ambito,
  ats: row.ats,
  residents: row.residenti,
  comuni: 1,
  value: row.valore,
  reason: isKnown(row) ? row.motivo : null,
  elenco_incompleto: row.elenco_incompleto,
  p90: null,
  without: null,
});

export const areaItem =
  (statistic: Statistic) =>
  (row: AreaMeasureRow): MeasureItem => ({
    code: row.codice,
    name: row.nome,
    within: null,
    ats: row.ats,
    residents: row.residenti,
    comuni: row.comuni,
    value: row[statistic],
    reason: null,
    elenco_incompleto: row.elenco_incompleto,
    p90: row.p90,
    without: row.residenti_senza_accesso,
  });

export const byCode = (items: MeasureItem[]): Map<string, MeasureItem> =>
  new Map(items.map((item) => [item.code, item]));
