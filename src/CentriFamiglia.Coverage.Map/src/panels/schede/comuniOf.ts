import { rowsOf } from '../../api/apiClient';
import { atMost, isKnown } from '../../domain/knowledge';
import { el } from '../../drawing/dom';
import type { AreaRecord, ViewData } from '../../state/viewData';
import type { Select } from '../../state/viewState';
import { COMUNI_OF_AREA } from '../../text/findWords';
import { LABEL, SAID } from '../../text/labels';
import { formatCount, formatDecimal, NO_FIGURE } from '../../text/numbers';
import { LEVEL_WORDS } from '../../text/words';
import { smallTable } from '../shared/parts';

/** The comuni of an Ambito or of a Distretto to open, with their minutes, the farthest first; nothing until the comuni have come. */
export function comuniOf(area: AreaRecord, { areaLevel, comuni }: ViewData, select: Select): HTMLElement[] {
  if (areaLevel === 'ats' || !comuni) return [];
  const own = rowsOf(comuni)
    .filter((row) => row[areaLevel] === area.nome && row.ats === area.ats)
    .sort((a, b) => (b.minuti ?? Number.POSITIVE_INFINITY) - (a.minuti ?? Number.POSITIVE_INFINITY));
  if (own.length === 0) return [];
  const open = (code: string, name: string) =>
    el('button', { type: 'button', class: 'trial-change', onclick: () => select({ kind: 'comune', code }) }, name);
  return [
    el(
      'details',
      { class: 'area-comuni', open: true },
      el('summary', {}, COMUNI_OF_AREA(own.length)),
      smallTable(
        [LEVEL_WORDS.comune.one, LABEL.minutes, LABEL.residents],
        own.map((row) => [
          open(row.pro_com_t, row.comune),
          isKnown(row) ? (row.minuti === null ? SAID.unreachable : atMost(row, formatDecimal(row.minuti))) : NO_FIGURE,
          formatCount(row.residenti),
        ]),
      ),
    ),
  ];
}
