import type { ReachRow } from '../../api/measureRows';
import { atLeast, isKnown } from '../../domain/knowledge';
import { isTime } from '../../domain/measures';
import { curveDrawing } from '../../drawing/curveDrawing';
import { el } from '../../drawing/dom';
import type { MeasureData } from '../../state/measureData';
import type { ViewData } from '../../state/viewData';
import type { ViewState } from '../../state/viewState';
import { atsWords } from '../../text/atsNames';
import { LABEL } from '../../text/labels';
import { OVERVIEW } from '../../text/legendWords';
import { MEASURE_WORDS } from '../../text/measureWords';
import { formatCount, formatPercent, formatValue } from '../../text/numbers';
import { italianNote, note, scrollTable } from '../shared/parts';

/** What the measure is, how unequal it is, and how many residents and comuni have a sede within T minutes. */
export function measureOverview(data: ViewData, measure: MeasureData, state: ViewState): HTMLElement[] {
  const own = measure.warnings.filter((text) => !data.provenance.warnings.includes(text));
  const reach = (measure.reach.get(state.ats ?? '') ?? []).filter(isKnown);
  const indices = measure.indices.map(([name, value]) => `${name} ${formatValue(value)}`).join(' · ');
  return [
    el(
      'p',
      {},
      MEASURE_WORDS[measure.measure].meaning,
      isTime(measure.measure) ? OVERVIEW.lowerIsBetter : OVERVIEW.higherIsBetter,
    ),
    ...(measure.indices.some(([, value]) => value !== null) ? [note(OVERVIEW.inequality(indices))] : []),
    ...own.map(italianNote),
    ...(reach.length ? [reachFigure(reach, data.provenance.limits, state.ats)] : []),
  ];
}

function reachFigure(rows: ReachRow[], limits: readonly number[], ats: string | null): HTMLElement {
  const points = rows.map((row) => ({ minutes: row.minuti, percent: row.quota_residenti_entro_pct ?? 0 }));
  return el(
    'figure',
    { class: 'curve' },
    el('figcaption', {}, OVERVIEW.reach(ats === null ? null : atsWords(ats))),
    curveDrawing(points, limits),
    scrollTable(
      OVERVIEW.reachTable,
      [LABEL.within, LABEL.residents, LABEL.share, LABEL.comuni, LABEL.share],
      rows.map((row) => [
        `${formatCount(row.minuti)} min`,
        atLeast(row, formatCount(row.residenti_entro)),
        formatPercent(row.quota_residenti_entro_pct),
        atLeast(row, formatCount(row.comuni_entro)),
        formatPercent(row.quota_comuni_entro_pct),
      ]),
    ),
  );
}
