import type { ProposalQuery } from '../../api/proposalQuery';
import type { CurveRow } from '../../api/proposalRows';
import { certificateWords } from '../../domain/proposals';
import { el } from '../../drawing/dom';
import { lineChart } from '../../drawing/lineChart';
import type { ProposalData, ViewData } from '../../state/viewData';
import type { Change } from '../../state/viewState';
import { LABEL } from '../../text/labels';
import { CURVE } from '../../text/legendWords';
import { formatCount, formatMinutes, formatPercent, NO_FIGURE } from '../../text/numbers';
import { CHOOSE_SPOKES } from '../../text/proposalWords';
import { ROLE_WORDS } from '../../text/words';
import { italianNote, note, scrollTable } from '../shared/parts';

/** How well the proposals are proved, what the search says of them, and how much each further Spoke is worth. */
export function proposalOverview(data: ViewData, proposals: ProposalData, change: Change): HTMLElement[] {
  const { certificate, query } = proposals;
  const [verdict = '', ...rest] = certificateWords(certificate, query.goal, data.suggestions.features.length);
  const own = proposals.notes.filter((text) => !data.provenance.warnings.includes(text));
  return [
    el('p', { class: 'certificate' }, el('strong', {}, verdict), ` ${rest.join(' ')}`),
    ...own.map(italianNote),
    ...(proposals.curve
      ? [curveSection(proposals.curve, query, (spokes) => change({ spokes, selection: null }))]
      : [note(CURVE.seeking)]),
  ];
}

function curveSection(rows: CurveRow[], query: ProposalQuery, choose: (spokes: number) => void): HTMLElement {
  const time = query.goal === 'time';
  const current = query.goal === 'units' ? null : query.spokes;
  const value = (row: CurveRow) => (time ? row.minuti_medi : row.quota_nel_limite_pct);
  const text = time ? formatMinutes : formatPercent;
  const points = rows.flatMap((row) => {
    const y = value(row);
    return row.stato === 'infeasible' || y === null ? [] : [{ x: row.spoke, y }];
  });
  const title = time ? CURVE.minutes : CURVE.residents;
  const [first, last] = [points[0], points[points.length - 1]];
  const unproved = rows.filter((row) => row.stato === 'feasible');
  return el(
    'figure',
    { class: 'curve' },
    el('figcaption', {}, title),
    first && last && points.length > 1
      ? lineChart(points, {
          label: CURVE.label(title, text(first.y), first.x, text(last.y), last.x),
          axis: CURVE.axis,
          value: text,
          pick: { current, choose: (x) => x > 0 && choose(x) },
        })
      : note(CURVE.tooShort),
    scrollTable(
      CURVE.title,
      [ROLE_WORDS.spoke, time ? LABEL.meanMinutes : CURVE.within, CURVE.gain, CURVE.enter, CURVE.choice],
      rows.map((row) => [
        row.spoke === 0 ? formatCount(0) : spokeButton(row.spoke, row.spoke === current, choose),
        row.stato === 'infeasible' ? NO_FIGURE : text(value(row)),
        formatCount(row.guadagno),
        [row.entrano, row.escono ? CURVE.leave(row.escono) : ''].filter(Boolean).join(' ') || NO_FIGURE,
        proof(row),
      ]),
    ),
    note(CURVE.note(time, unproved.length)),
  );
}

const spokeButton = (spokes: number, isCurrent: boolean, choose: (spokes: number) => void): HTMLElement =>
  el(
    'button',
    {
      type: 'button',
      class: 'curve-choice',
      'aria-pressed': String(isCurrent),
      'aria-label': CHOOSE_SPOKES(spokes),
      onclick: () => choose(spokes),
    },
    formatCount(spokes),
  );

function proof(row: CurveRow): string {
  if (row.stato === 'infeasible') return CURVE.none;
  if (row.stato === 'optimal') return CURVE.proved;
  return row.scarto === null ? CURVE.found : CURVE.gap(formatPercent(row.scarto * 100));
}
