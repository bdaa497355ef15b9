import { rowsOf } from '../../api/apiClient';
import { inOrder, suggestionCode } from '../../domain/proposals';
import type { OpenRun } from '../../state/deskData';
import type { ViewData } from '../../state/viewData';
import { DECIDE, DECIDED_WORDS } from '../../text/deskWords';
import { LABEL } from '../../text/labels';
import { LIST } from '../../text/listWords';
import { formatMoment } from '../../text/numbers';
import { LEVEL_WORDS } from '../../text/words';
import { count, figure, type Listing, text, word } from './cells';

/** The proposals of a frozen analysis under their numbers, and what was decided of each. */
export function decisionListing({ suggestions }: ViewData, { row, decisions }: OpenRun): Listing {
  return {
    caption: DECIDE.caption(row.titolo),
    columns: [
      text('comune', LIST.where),
      text('esito', DECIDE.outcome),
      { ...figure('ordine', LABEL.order, 'desk'), descendingFirst: false },
      figure('residenti', LABEL.gained),
      text('ats', LEVEL_WORDS.ats.one, 'desk'),
      text('perche', DECIDE.reason, 'desk'),
      text('chi', DECIDE.who, 'desk'),
      text('quando', DECIDE.when, 'desk'),
    ],
    lines: inOrder(rowsOf(suggestions)).map((proposal) => {
      const decision = decisions.get(proposal.ordine);
      return {
        selection: { kind: 'proposta', code: suggestionCode(proposal) },
        place: { level: 'proposta', code: proposal.pro_com_t },
        ats: proposal.ats,
        badge: String(proposal.ordine),
        searched: `${proposal.comune} ${proposal.ambito ?? ''} ${decision?.perche ?? ''}`,
        cells: [
          word(proposal.comune),
          word(decision?.esito ? DECIDED_WORDS[decision.esito] : DECIDE.none),
          count(proposal.ordine),
          count(proposal.residenti_guadagnati),
          word(proposal.ats),
          word(decision?.perche ?? null),
          word(decision?.chi ?? null),
          word(decision?.quando ? formatMoment(decision.quando) : null),
        ],
      };
    }),
    usual: { column: 'ordine', descending: false },
  };
}

/** While no analysis is open there is no list: scenarios and analyses are in the panel. */
export const NO_DECISIONS: Listing = {
  caption: '',
  columns: [],
  lines: [],
  usual: { column: 'ordine', descending: false },
};
