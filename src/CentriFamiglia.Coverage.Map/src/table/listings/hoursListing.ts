import { reachOf } from '../../domain/hours';
import { REACH_PAINTS } from '../../drawing/styles';
import type { OpenData } from '../../state/viewData';
import { named } from '../../text/names';
import { REACH_WORDS, REACHES } from '../../text/viewWords';
import { count, decimal, figure, judgement, type Listing, minutes, notKnown, text, word } from './cells';

/** Who reaches an open sede within the limit, comune by comune: the most populous first. */
export function openListing(open: OpenData, moment: string): Listing {
  return {
    caption: `Comuni: sede aperta più vicina, ${moment}`,
    columns: [
      text('nome', 'Comune'),
      judgement('esito', 'Esito'),
      figure('minuti', 'Minuti', 'phone'),
      figure('limite', 'Limite', 'phone'),
      figure('residenti', 'Residenti'),
      text('sede', 'Sede', 'desk'),
      text('ats', 'ATS', 'desk'),
    ],
    lines: [...open.rows.values()].map((row) => {
      const reach = reachOf(row);
      return {
        selection: { kind: 'comune', code: row.pro_com_t },
        ats: row.ats,
        searched: `${row.comune} ${row.ambito}`,
        unknown: reach === 'nonNoto',
        cells: [
          word(row.comune),
          reach === 'nonNoto'
            ? notKnown()
            : { text: REACH_WORDS[reach].label, value: REACHES.indexOf(reach), paint: REACH_PAINTS[reach] },
          minutes(row.minuti, reach !== 'nonNoto'),
          decimal(row.limite_minuti),
          count(row.residenti),
          word(named(row.sede_vicina_nome, row.sede_vicina)),
          word(row.ats),
        ],
      };
    }),
    usual: { column: 'residenti', descending: true },
  };
}
