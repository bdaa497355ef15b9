import { rowsOf } from '../../api/apiClient';
import type { SuggestionRow } from '../../api/proposalRows';
import { inOrder, marksOf, suggestionCode } from '../../domain/proposals';
import type { ViewData } from '../../state/viewData';
import { networkWords } from '../../text/names';
import { formatCount } from '../../text/numbers';
import { NOTHING_PROPOSED, SEEKING } from '../../text/proposalWords';
import { type Goal, NOT_NEEDED, NOT_NEEDED_SHORT, SUGGESTION_WORDS } from '../../text/words';
import { type Cell, count, figure, type Listing, text, word } from './cells';

/** The proposals in the order in which to open them, each with the number that its pin has; those that the goal does not need last. */
export function suggestionListing(data: ViewData): Listing {
  const goal = data.proposals?.query.goal ?? 'units';
  const rows = inOrder(rowsOf(data.suggestions));
  const elsewhere = rows.some((row) => (row.residenti_guadagnati_altrove ?? 0) > 0);
  return {
    caption: 'Proposte di nuove sedi',
    columns: [
      text('comune', 'Dove'),
      text('tipo', 'Tipo', 'desk'),
      { ...figure('ordine', 'Ordine'), descendingFirst: false },
      text('area', 'Area', 'desk'),
      text('ats', 'ATS', 'desk'),
      text('rete', 'Rete', 'desk'),
      figure('residenti', 'Residenti guadagnati', 'phone'),
      ...(elsewhere ? [figure('altrove', 'Guadagnati altrove', 'desk')] : []),
      // Beside the words that one is not needed there is no room for it.
      figure('minuti', 'Minuti-residente risparmiati', rows.some((row) => !row.serve_allo_scopo) ? 'desk' : undefined),
      text('seconda', 'Seconda scelta', 'desk'),
    ],
    lines: rows.map((row) => ({
      selection: { kind: 'proposta', code: suggestionCode(row) },
      place: { level: 'proposta', code: row.pro_com_t },
      ats: row.ats,
      badge: String(row.ordine),
      searched: `${row.comune} ${row.ambito} ${row.distretto} ${row.rete ?? ''}`,
      cells: [
        word(row.comune),
        { ...word(SUGGESTION_WORDS[row.tipo].short), note: SUGGESTION_WORDS[row.tipo].label },
        orderCell(row, goal),
        word(row.unita_nome),
        word(row.ats),
        word(networkWords(row.rete, data.networks)),
        count(row.residenti_guadagnati),
        ...(elsewhere ? [count(row.residenti_guadagnati_altrove)] : []),
        count(row.minuti_risparmiati),
        word(row.seconda_scelta_nome),
      ],
    })),
    nothing: data.proposals ? NOTHING_PROPOSED : SEEKING,
    usual: { column: 'ordine', descending: false },
  };
}

const orderCell = (row: SuggestionRow, goal: Goal): Cell => ({
  text: [formatCount(row.ordine), ...marksOf(row, goal).map(shortened)].join(', '),
  value: row.ordine,
});

/** A column is narrow; the sheet says it in full. */
const shortened = (mark: string): string => (mark === NOT_NEEDED ? NOT_NEEDED_SHORT : mark);
