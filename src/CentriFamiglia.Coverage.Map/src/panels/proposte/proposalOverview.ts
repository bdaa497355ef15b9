import type { CurveRow } from '../../api/proposalRows';
import { certificateWords } from '../../domain/proposals';
import { el } from '../../drawing/dom';
import { lineChart } from '../../drawing/lineChart';
import type { ProposalData, ViewData } from '../../state/viewData';
import type { ViewState } from '../../state/viewState';
import { counted, formatCount, formatMinutes, formatPercent, NO_FIGURE } from '../../text/numbers';
import { note, scrollTable } from '../shared/parts';

/** How well the proposals are proved, what the search says of them, and how much each further Spoke is worth. */
export function proposalOverview(data: ViewData, proposals: ProposalData, state: ViewState): HTMLElement[] {
  const [verdict = '', ...rest] = certificateWords(proposals.certificate, state.goal, data.suggestions.features.length);
  const own = proposals.notes.filter((text) => !data.provenance.warnings.includes(text));
  return [
    el('p', { class: 'certificate' }, el('strong', {}, verdict), ` ${rest.join(' ')}`),
    ...own.map(note),
    ...(proposals.curve ? [curveSection(proposals.curve, state)] : [note('Si calcola quanto vale ogni Spoke in più…')]),
  ];
}

function curveSection(rows: CurveRow[], state: ViewState): HTMLElement {
  const time = state.goal === 'time';
  const value = (row: CurveRow) => (time ? row.minuti_medi : row.quota_nel_limite_pct);
  const text = time ? formatMinutes : formatPercent;
  const points = rows.flatMap((row) => {
    const y = value(row);
    return row.stato === 'infeasible' || y === null ? [] : [{ x: row.spoke, y }];
  });
  const title = time ? 'Minuti medi con N nuovi Spoke' : 'Residenti entro il limite con N nuovi Spoke';
  const [first, last] = [points[0], points[points.length - 1]];
  const unproved = rows.filter((row) => row.stato === 'feasible');
  return el(
    'figure',
    { class: 'curve' },
    el('figcaption', {}, title),
    first && last && points.length > 1
      ? lineChart(points, {
          label: `${title}: da ${text(first.y)} con ${formatCount(first.x)} a ${text(last.y)} con ${formatCount(last.x)}.`,
          axis: 'nuovi Spoke',
          value: text,
        })
      : note('Con i vincoli chiesti la curva non ha due punti da unire.'),
    scrollTable(
      'Quanto vale ogni Spoke',
      ['Spoke', time ? 'Minuti medi' : 'Nel limite', 'Guadagno', 'Entrano', 'Scelta'],
      rows.map((row) => [
        formatCount(row.spoke),
        row.stato === 'infeasible' ? NO_FIGURE : text(value(row)),
        formatCount(row.guadagno),
        [row.entrano, row.escono ? `(escono: ${row.escono})` : ''].filter(Boolean).join(' ') || NO_FIGURE,
        proof(row),
      ]),
    ),
    note(
      `Guadagno: ${time ? 'minuti-residente risparmiati' : 'residenti in più entro il limite'} dall’ultimo Spoke. ` +
        `Ogni punto è una scelta a sé${unproved.length ? `; ${counted(unproved.length, 'non è dimostrato', 'non sono dimostrati')}` : ', dimostrata'}.`,
    ),
  );
}

function proof(row: CurveRow): string {
  if (row.stato === 'infeasible') return 'nessuna';
  if (row.stato === 'optimal') return 'dimostrata';
  return row.scarto === null ? 'trovata' : `scarto massimo ${formatPercent(row.scarto * 100)}`;
}
