import { rowsOf } from '../../api/apiClient';
import type { SuggestionRow } from '../../api/proposalRows';
import { type Paint, plain } from '../../drawing/paint';
import { suggestionCode, type ViewData } from '../../state/viewData';
import { SUGGESTION_WORDS } from '../../text/words';
import { count, figure, type Listing, text, word } from './cells';

/** The proposals, each with the colour of its catchment. */
export function suggestionListing(data: ViewData): Listing {
  return {
    caption: 'Proposte di nuove sedi',
    columns: [
      text('comune', 'Dove'),
      text('tipo', 'Tipo'),
      text('area', 'Area', 'phone'),
      text('ats', 'ATS', 'desk'),
      text('rete', 'Rete', 'desk'),
      figure('residenti', 'Residenti guadagnati', 'phone'),
      figure('minuti', 'Minuti-residente risparmiati'),
      text('seconda', 'Seconda scelta', 'desk'),
    ],
    lines: rowsOf(data.suggestions).map((row: SuggestionRow) => ({
      selection: { kind: 'proposta', code: suggestionCode(row) },
      ats: row.ats,
      searched: `${row.comune} ${row.ambito} ${row.distretto} ${row.rete ?? ''}`,
      cells: [
        word(row.comune),
        {
          ...word(SUGGESTION_WORDS[row.tipo].short),
          note: SUGGESTION_WORDS[row.tipo].label,
          ...catchment(row, data),
        },
        word(row.unita_nome),
        word(row.ats),
        word(row.rete),
        count(row.residenti_guadagnati),
        count(row.minuti_risparmiati),
        word(row.seconda_scelta_nome),
      ],
    })),
    usual: { column: 'minuti', descending: true },
  };
}

function catchment(row: SuggestionRow, data: ViewData): { paint?: Paint } {
  const fill = data.proposals?.fills.get(row.pro_com_t);
  return fill ? { paint: plain(fill) } : {};
}
