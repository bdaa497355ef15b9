import type { ReachRow } from '../api/measureRows';
import { el } from '../dom';
import { isTime, MEASURE_WORDS } from '../domain/measures';
import type { MeasureData } from '../state/measureData';
import type { ViewData } from '../state/viewData';
import type { ViewState } from '../state/viewState';
import { formatCount, formatPercent, formatValue } from '../text/numbers';
import { curveDrawing } from './curveChart';
import { note, smallTable } from './parts';

/** What the measure is, how unequal it is, and how many residents and comuni have a sede within T minutes. */
export function measureOverview(data: ViewData, measure: MeasureData, state: ViewState): HTMLElement[] {
  const own = measure.warnings.filter((text) => !data.provenance.warnings.includes(text));
  const reach = measure.reach.get(state.ats ?? '') ?? [];
  const indices = measure.indices.map(([name, value]) => `${name} ${formatValue(value)}`).join(' · ');
  return [
    el(
      'p',
      {},
      MEASURE_WORDS[measure.measure].meaning,
      isTime(measure.measure) ? ' Di meno è meglio.' : ' Di più è meglio.',
    ),
    ...(measure.indices.some(([, value]) => value !== null)
      ? [note(`Disuguaglianza fra tutti i comuni, pesati sui residenti: ${indices}.`)]
      : []),
    ...own.map(note),
    ...(reach.length ? [reachFigure(reach, data.provenance.limits, state.ats)] : []),
  ];
}

function reachFigure(rows: ReachRow[], limits: readonly number[], ats: string | null): HTMLElement {
  const points = rows.map((row) => ({ minutes: row.minuti, percent: row.quota_residenti_entro_pct ?? 0 }));
  const sense = rows
    .filter((row) => limits.includes(row.minuti))
    .map((row) => `entro ${row.minuti} minuti il ${formatPercent(row.quota_residenti_entro_pct)}`)
    .join(', ');
  return el(
    'figure',
    { class: 'curve' },
    el('figcaption', {}, `Residenti con una sede entro T minuti: ${ats === null ? 'Lombardia' : `ATS ${ats}`}`),
    curveDrawing(points, limits, `Curva dei residenti raggiunti: ${sense}.`) as unknown as HTMLElement,
    el(
      'div',
      { class: 'small-scroll', tabindex: '0', role: 'region', 'aria-label': 'Residenti e comuni entro T minuti' },
      smallTable(
        ['Entro', 'Residenti', 'Quota', 'Comuni', 'Quota'],
        rows.map((row) => [
          `${row.minuti} min`,
          formatCount(row.residenti_entro),
          formatPercent(row.quota_residenti_entro_pct),
          formatCount(row.comuni_entro),
          formatPercent(row.quota_comuni_entro_pct),
        ]),
      ),
    ),
  );
}
