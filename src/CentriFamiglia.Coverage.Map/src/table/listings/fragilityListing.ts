import { rowsOf } from '../../api/apiClient';
import type { FragilityData } from '../../state/viewData';
import { LABEL } from '../../text/labels';
import { LIST } from '../../text/listWords';
import { LEVEL_WORDS } from '../../text/words';
import { count, decimal, figure, type Listing, text, word } from './cells';

/** The sedi by what is lost if they close, with the residents that go to each. */
export function fragilityListing({ sites, loads }: FragilityData): Listing {
  return {
    caption: LIST.fragility,
    columns: [
      text('nome', LABEL.sede),
      { ...figure('posizione', LIST.position), descendingFirst: false },
      figure('unita', LABEL.areasWithout),
      figure('oltre', LABEL.beyondLimit, 'phone'),
      figure('bacino', LIST.catchmentResidents, 'phone'),
      figure('minuti', LABEL.moreMinutes, 'desk'),
      figure('ore', LABEL.perHour, 'desk'),
      text('ats', LEVEL_WORDS.ats.one, 'desk'),
    ],
    lines: rowsOf(sites).map((row) => {
      const load = loads.get(row.site_id);
      return {
        selection: { kind: 'sede', code: row.site_id },
        ats: row.ats ?? '',
        searched: `${row.name} ${row.comune} ${row.site_id}`,
        cells: [
          word(row.name),
          count(row.posizione),
          count(row.unita_perse),
          count(row.residenti_oltre_limite_in_piu),
          count(load?.residenti ?? null),
          count(row.minuti_residente_in_piu),
          decimal(load?.residenti_per_ora ?? null),
          word(row.ats),
        ],
      };
    }),
    usual: { column: 'posizione', descending: false },
  };
}
