import type { TableAnswer } from '../api/apiClient';
import type { CoverageData } from '../api/coverageData';
import type { AreaMeasureRow, ComuneMeasureRow, ReachRow } from '../api/measureRows';
import { provenanceOf } from '../api/provenance';
import { areaItem, byCode, comuneItem, type MeasureData } from './measureData';
import type { ViewState } from './viewState';

/** The measure of a view with its curve, and the metas of the answers it came from. */
export interface LoadedMeasure {
  data: MeasureData;
  metas: Record<string, unknown>[];
}

export async function loadMeasure(state: ViewState, data: CoverageData): Promise<LoadedMeasure> {
  const { measure, level } = state;
  const [answer, region, byAts] = await Promise.all([
    level === 'comune' ? data.comuneMeasure(measure) : data.areaMeasure(measure, level),
    data.reach('regione'),
    data.reach('ats'),
  ]);
  const reach = new Map<string, ReachRow[]>([['', region.rows]]);
  for (const row of byAts.rows) reach.set(row.nome, [...(reach.get(row.nome) ?? []), row]);
  return {
    metas: [answer.meta, region.meta, byAts.meta],
    data: {
      measure,
      unit: answer.rows[0]?.unita ?? '',
      items: itemsOf(answer, level === 'comune'),
      indices: indicesOf(answer.meta['indici']),
      reach,
      warnings: provenanceOf(answer.meta).warnings,
    },
  };
}

function itemsOf(
  answer: TableAnswer<ComuneMeasureRow> | TableAnswer<AreaMeasureRow>,
  comuni: boolean,
): MeasureData['items'] {
  if (comuni) {
    const items = byCode((answer.rows as ComuneMeasureRow[]).map(comuneItem));
    return { media: items, mediana: items };
  }
  const rows = answer.rows as AreaMeasureRow[];
  return { media: byCode(rows.map(areaItem('media'))), mediana: byCode(rows.map(areaItem('mediana'))) };
}

const INDICES: [key: string, name: string][] = [
  ['gini', 'Gini'],
  ['theil', 'Theil'],
  ['theil_tra_ambiti', 'Theil, fra gli Ambiti'],
  ['theil_entro_ambiti', 'Theil, dentro gli Ambiti'],
];

function indicesOf(value: unknown): MeasureData['indices'] {
  const indices = (value ?? {}) as Record<string, unknown>;
  return INDICES.map(([key, name]) => [name, typeof indices[key] === 'number' ? (indices[key] as number) : null]);
}
