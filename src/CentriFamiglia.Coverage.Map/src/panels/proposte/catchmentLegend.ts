import { rowsOf } from '../../api/apiClient';
import { inOrder } from '../../domain/proposals';
import { el, svg } from '../../drawing/dom';
import { swatch } from '../../drawing/patterns';
import { pinCanvas } from '../../drawing/pins';
import { ASIDE, IN_CATCHMENT, PROPOSED } from '../../drawing/styles';
import type { ViewData } from '../../state/viewData';
import { LEGEND } from '../../text/legendWords';
import { CATCHMENT, CATCHMENT_MEANING, TO_ITS_HUB } from '../../text/proposalWords';
import { entry } from '../shared/parts';

/** Proposals named in the legend; the others are in the table. */
const MOST_NAMED = 10;

/** The proposals by their numbers, and how catchments and Hubs are drawn. */
export function catchmentEntries(data: ViewData): HTMLElement[] {
  const rows = inOrder(rowsOf(data.suggestions));
  const entries = rows.slice(0, MOST_NAMED).map((row) => entry(pinCanvas(row.tipo, row.ordine), row.comune));
  if (rows.length > MOST_NAMED) {
    entries.push(el('li', {}, el('small', {}, LEGEND.moreProposals(rows.length - MOST_NAMED))));
  }
  const linked = rows.some((row) => row.minuti_hub !== null);
  return [
    ...entries,
    ...(rows.length ? [entry(outlined(swatch(IN_CATCHMENT)), CATCHMENT, CATCHMENT_MEANING)] : []),
    ...(linked ? [entry(hubLine(), TO_ITS_HUB)] : []),
    entry(swatch(ASIDE), LEGEND.noneNearer),
  ];
}

function outlined(sample: SVGElement): SVGElement {
  sample.classList.add('is-outlined');
  return sample;
}

const hubLine = (): SVGElement =>
  svg(
    'svg',
    { class: 'line-sample', viewBox: '0 0 24 16', 'aria-hidden': 'true' },
    svg('line', { x1: 1, y1: 13, x2: 23, y2: 3, stroke: PROPOSED, 'stroke-width': 2, 'stroke-dasharray': '4 2.8' }),
  );
