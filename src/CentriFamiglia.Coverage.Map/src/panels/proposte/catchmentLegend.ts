import { rowsOf } from '../../api/apiClient';
import { el } from '../../drawing/dom';
import { plain } from '../../drawing/paint';
import { swatch } from '../../drawing/patterns';
import { ASIDE } from '../../drawing/styles';
import type { ProposalData, ViewData } from '../../state/viewData';
import { counted } from '../../text/numbers';
import { entry } from '../shared/parts';

/** Catchments named in the legend; the others are in the table. */
const MOST_CATCHMENTS = 10;
/** Colours are told apart by name in the table and on the map; here only the largest stand. */
export function catchmentEntries(data: ViewData, proposals: ProposalData): HTMLElement[] {
  const residents = new Map<string, number>();
  for (const { sede_proposta: code, residenti } of proposals.effects.values()) {
    residents.set(code, (residents.get(code) ?? 0) + residenti);
  }
  const rows = [...new Map(rowsOf(data.suggestions).map((row) => [row.pro_com_t, row])).values()].sort(
    (a, b) => (residents.get(b.pro_com_t) ?? 0) - (residents.get(a.pro_com_t) ?? 0),
  );
  const entries = rows.slice(0, MOST_CATCHMENTS).map((row) => {
    const paint = plain(proposals.fills.get(row.pro_com_t) ?? ASIDE.fill);
    return entry(
      swatch(paint),
      row.comune,
      counted(residents.get(row.pro_com_t) ?? 0, 'residente più vicino', 'residenti più vicini'),
    );
  });
  if (rows.length > MOST_CATCHMENTS) {
    entries.push(
      el(
        'li',
        {},
        el('small', {}, `e ${counted(rows.length - MOST_CATCHMENTS, 'altra', 'altre')}, con il colore nella tabella`),
      ),
    );
  }
  return [...entries, entry(swatch(ASIDE), 'nessuna proposta è più vicina')];
}
