import { rowsOf } from '../../api/apiClient';
import type { ViewData } from '../../state/viewData';
import { LABEL } from '../../text/labels';
import { formatDate, wholeEuros } from '../../text/numbers';
import { managerWords, PROJECT_WORDS } from '../../text/projectWords';
import { LEVEL_WORDS, ROLE_WORDS } from '../../text/words';
import { type Cell, count, figure, type Listing, text, word } from './cells';

/** The networks and what each declares; a line opens the sheet of its Hub, or of another of its sedi. */
export function projectListing({ networkRows, sites }: ViewData): Listing {
  return {
    caption: PROJECT_WORDS.caption,
    columns: [
      text('nome', LABEL.network),
      figure('spoke', ROLE_WORDS.spoke),
      text('inizio', PROJECT_WORDS.start),
      figure('mesi', LABEL.months, 'phone'),
      text('capofila', PROJECT_WORDS.manager, 'desk'),
      text('ambiti', PROJECT_WORDS.ambiti, 'desk'),
      figure('contributo', LABEL.grant, 'desk'),
      text('ats', LEVEL_WORDS.ats.one, 'desk'),
    ],
    lines: networkRows.map((row) => {
      const own = rowsOf(sites).filter((site) => site.network_id === row.network_id);
      const hub = own.find((site) => site.role === 'hub') ?? own[0];
      return {
        selection: { kind: 'sede', code: hub?.site_id ?? row.network_id },
        ats: row.ats ?? '',
        searched: `${row.name} ${row.network_id} ${hub?.declared_ambiti ?? ''}`,
        cells: [
          word(row.name),
          count(row.spoke),
          date(row.start_date),
          count(row.months),
          declared(row.manager_kind && managerWords(row.manager_kind)),
          declared(hub?.declared_ambiti?.split('|').join(', ')),
          { text: wholeEuros(row.contribution_eur), value: row.contribution_eur },
          word(row.ats),
        ],
      };
    }),
    nothing: PROJECT_WORDS.none,
    usual: { column: 'nome', descending: false },
  };
}

const declared = (value: string | null | undefined): Cell => ({
  text: value || PROJECT_WORDS.undeclared,
  value: value || null,
});

const date = (value: string | null): Cell => ({
  text: value ? formatDate(value) : PROJECT_WORDS.undeclared,
  value,
});
