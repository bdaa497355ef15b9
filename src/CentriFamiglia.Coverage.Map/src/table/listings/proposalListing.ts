import { rowsOf } from '../../api/apiClient';
import type { SuggestionRow } from '../../api/proposalRows';
import { type Paint, plain } from '../../drawing/paint';
import { suggestionCode, type ViewData } from '../../state/viewData';
import { networkWords } from '../../text/names';
import { formatCount } from '../../text/numbers';
import { NOT_NEEDED, SUGGESTION_WORDS } from '../../text/words';
import { type Cell, count, figure, type Listing, text, word } from './cells';

/** The proposals in the order in which to open them, each with the colour of its catchment; those that the goal does not need last. */
export function suggestionListing(data: ViewData): Listing {
  const rows = rowsOf(data.suggestions);
  const elsewhere = rows.some((row) => (row.residenti_guadagnati_altrove ?? 0) > 0);
  return {
    caption: 'Proposte di nuove sedi',
    columns: [
      text('comune', 'Dove'),
      text('tipo', 'Tipo'),
      { ...figure('ordine', 'Ordine'), descendingFirst: false },
      text('area', 'Area', 'desk'),
      text('ats', 'ATS', 'desk'),
      text('rete', 'Rete', 'desk'),
      figure('residenti', 'Residenti guadagnati', 'phone'),
      ...(elsewhere ? [figure('altrove', 'Guadagnati altrove', 'desk')] : []),
      figure('minuti', 'Minuti-residente risparmiati'),
      text('seconda', 'Seconda scelta', 'desk'),
    ],
    lines: rows.map((row) => ({
      selection: { kind: 'proposta', code: suggestionCode(row) },
      place: { level: 'proposta', code: row.pro_com_t },
      ats: row.ats,
      searched: `${row.comune} ${row.ambito} ${row.distretto} ${row.rete ?? ''}`,
      cells: [
        word(row.comune),
        {
          ...word(SUGGESTION_WORDS[row.tipo].short),
          note: SUGGESTION_WORDS[row.tipo].label,
          ...catchment(row, data),
        },
        orderCell(row),
        word(row.unita_nome),
        word(row.ats),
        word(networkWords(row.rete, data.networks)),
        count(row.residenti_guadagnati),
        ...(elsewhere ? [count(row.residenti_guadagnati_altrove)] : []),
        count(row.minuti_risparmiati),
        word(row.seconda_scelta_nome),
      ],
    })),
    usual: { column: 'ordine', descending: false },
  };
}

const orderCell = ({ ordine, serve_allo_scopo }: SuggestionRow): Cell =>
  serve_allo_scopo ? count(ordine) : { text: `${formatCount(ordine)}, ${NOT_NEEDED}`, value: ordine, said: NOT_NEEDED };

function catchment(row: SuggestionRow, data: ViewData): { paint?: Paint } {
  const fill = data.proposals?.fills.get(row.pro_com_t);
  return fill ? { paint: plain(fill) } : {};
}
