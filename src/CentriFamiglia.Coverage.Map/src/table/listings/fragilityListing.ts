import { rowsOf } from '../../api/apiClient';
import type { FragilityData } from '../../state/viewData';
import { count, decimal, figure, type Listing, text, word } from './cells';

/** The sedi by what is lost if they close, with the residents that go to each. */
export function fragilityListing({ sites, loads }: FragilityData): Listing {
  return {
    caption: 'Sedi: che cosa si perde se una chiude',
    columns: [
      text('nome', 'Sede'),
      { ...figure('posizione', 'Posizione'), descendingFirst: false },
      figure('unita', 'Aree senza sede'),
      figure('oltre', 'Residenti oltre il limite', 'phone'),
      figure('bacino', 'Residenti del bacino', 'phone'),
      figure('minuti', 'Minuti-residente in più', 'desk'),
      figure('ore', 'Residenti per ora di apertura', 'desk'),
      text('ats', 'ATS', 'desk'),
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
