import { rowsOf } from '../../api/apiClient';
import type { SuggestionRow } from '../../api/proposalRows';
import { inOrder, marksOf, suggestionCode } from '../../domain/proposals';
import type { ViewData } from '../../state/viewData';
import { LABEL } from '../../text/labels';
import { LIST } from '../../text/listWords';
import { networkWords } from '../../text/names';
import { formatCount } from '../../text/numbers';
import { eurosPerPerson, GAINS_NOBODY_SHORT, gainsNobody, NOTHING_PROPOSED, SEEKING } from '../../text/proposalWords';
import { type Goal, LEVEL_WORDS, NOT_NEEDED, NOT_NEEDED_SHORT, SUGGESTION_WORDS } from '../../text/words';
import { type Cell, count, figure, type Listing, text, word } from './cells';

/** The proposals in the order in which to open them, each with the number that its pin has; those that the goal does not need last. */
export function suggestionListing(data: ViewData): Listing {
  const goal = data.proposals?.query.goal ?? 'units';
  const rows = inOrder(rowsOf(data.suggestions));
  const priced = rows.some((row) => typeof row.eur_per_residente === 'number');
  const elsewhere = rows.some((row) => (row.residenti_guadagnati_altrove ?? 0) > 0);
  return {
    caption: LIST.proposals,
    columns: [
      text('comune', LIST.where),
      text('tipo', LIST.kind, 'desk'),
      { ...figure('ordine', LABEL.order), descendingFirst: false },
      text('area', LABEL.area, 'desk'),
      text('ats', LEVEL_WORDS.ats.one, 'desk'),
      text('rete', LABEL.network, 'desk'),
      figure('residenti', LABEL.gained),
      ...(elsewhere ? [figure('altrove', LIST.gainedElsewhere, 'desk')] : []),
      ...(priced ? [figure('eur', eurosPerPerson(), 'desk')] : []),
      // Beside the words that one is not needed there is no room for it.
      figure('minuti', LABEL.saved, rows.some((row) => !row.serve_allo_scopo) ? 'desk' : 'phone'),
      text('seconda', LABEL.secondChoice, 'desk'),
    ],
    lines: rows.map((row) => ({
      selection: { kind: 'proposta', code: suggestionCode(row) },
      place: { level: 'proposta', code: row.pro_com_t },
      ats: row.ats,
      badge: String(row.ordine),
      searched: `${row.comune} ${row.ambito ?? ''} ${row.distretto ?? ''} ${row.rete ?? ''}`,
      cells: [
        word(row.comune),
        { ...word(SUGGESTION_WORDS[row.tipo].short), note: SUGGESTION_WORDS[row.tipo].label },
        orderCell(row, goal),
        word(row.unita_nome),
        word(row.ats),
        word(networkWords(row.rete, data.networks)),
        gainedCell(row, goal),
        ...(elsewhere ? [count(row.residenti_guadagnati_altrove)] : []),
        ...(priced ? [count(row.eur_per_residente ?? null)] : []),
        count(row.minuti_risparmiati),
        word(row.seconda_scelta_nome),
      ],
    })),
    nothing: data.proposals ? NOTHING_PROPOSED : SEEKING,
    usual: { column: 'ordine', descending: false },
  };
}

const orderCell = (row: SuggestionRow, goal: Goal): Cell => ({
  text: [formatCount(row.ordine), ...(marksOf(row, goal).includes(NOT_NEEDED) ? [NOT_NEEDED_SHORT] : [])].join(', '),
  value: row.ordine,
});

/** Columns are narrow: the sheet says it in full. */
const gainedCell = (row: SuggestionRow, goal: Goal): Cell =>
  marksOf(row, goal).includes(gainsNobody())
    ? { text: GAINS_NOBODY_SHORT, value: row.residenti_guadagnati, note: gainsNobody() }
    : count(row.residenti_guadagnati);
