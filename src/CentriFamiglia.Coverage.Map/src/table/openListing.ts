import { REACH_STYLES, REACHES, reachOf } from '../domain/openDoors';
import { paintOf } from '../domain/painting';
import type { OpenData } from '../state/viewData';
import { count, decimal, figure, type Listing, minutes, text, word } from './cells';

/** Who reaches an open door within the limit, comune by comune: the most populous first. */
export function openListing(open: OpenData, moment: string): Listing {
  return {
    caption: `Comuni: porta aperta più vicina, ${moment}`,
    columns: [
      text('nome', 'Comune'),
      text('esito', 'Esito'),
      figure('minuti', 'Minuti', 'phone'),
      figure('limite', 'Limite', 'phone'),
      figure('residenti', 'Residenti'),
      text('sede', 'Sede', 'desk'),
      text('ats', 'ATS', 'desk'),
    ],
    lines: [...open.rows.values()].map((row) => {
      const reach = reachOf(row);
      const style = REACH_STYLES[reach];
      return {
        selection: { kind: 'comune', code: row.pro_com_t },
        ats: row.ats,
        searched: `${row.comune} ${row.ambito}`,
        cells: [
          word(row.comune),
          { text: style.label, value: REACHES.indexOf(reach), paint: paintOf(style) },
          minutes(row.minuti),
          decimal(row.limite_minuti),
          count(row.residenti),
          word(row.sede_vicina),
          word(row.ats),
        ],
      };
    }),
    usual: { column: 'residenti', descending: true },
  };
}
