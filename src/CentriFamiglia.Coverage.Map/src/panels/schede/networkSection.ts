import { rowsOf } from '../../api/apiClient';
import type { SiteRow } from '../../api/rows';
import { el } from '../../drawing/dom';
import { SITE_MARKERS } from '../../drawing/markerStyles';
import { markerCanvas } from '../../drawing/markers';
import type { ViewData } from '../../state/viewData';
import type { Select } from '../../state/viewState';
import { hoursWords, NETWORK_WORDS, spokeLoad } from '../../text/networkWords';
import { formatCount, formatDate, wholeEuros } from '../../text/numbers';
import { managerWords, PROJECT_WORDS } from '../../text/projectWords';
import { SHEET } from '../../text/sheetWords';
import { ROLE_WORDS } from '../../text/words';
import { facts, note, offerList, some } from '../shared/parts';

/** The network of a sede: its load, its contribution, and its other sedi, the Hub first; nothing where it has none. */
export function networkSection(site: SiteRow, data: ViewData, select: Select): HTMLElement[] {
  const network = data.networkRows.find((row) => row.network_id === site.network_id);
  if (!network) return [];
  const others = rowsOf(data.sites)
    .filter((row) => row.network_id === network.network_id && row.site_id !== site.site_id)
    .toSorted((a, b) => Number(b.role === 'hub') - Number(a.role === 'hub') || a.name.localeCompare(b.name, 'it'));
  const months = network.months === null ? '' : SHEET.forMonths(network.months);
  return [
    el('h3', {}, NETWORK_WORDS.network),
    facts([
      [NETWORK_WORDS.load, spokeLoad(network.spoke, data.mostSpokes)],
      [
        NETWORK_WORDS.contribution,
        network.contribution_eur === null ? NETWORK_WORDS.unstated : `${wholeEuros(network.contribution_eur)}${months}`,
      ],
      [PROJECT_WORDS.manager, (network.manager_kind && managerWords(network.manager_kind)) || PROJECT_WORDS.undeclared],
      [PROJECT_WORDS.start, dateOf(network.start_date)],
      [PROJECT_WORDS.end, dateOf(network.end_date)],
      ...some(PROJECT_WORDS.extended, network.extension_date && dateOf(network.extension_date)),
      [
        PROJECT_WORDS.partners,
        network.partner_count === null ? PROJECT_WORDS.undeclared : formatCount(network.partner_count),
      ],
    ]),
    ...(network.in_corso ? [] : [note(NETWORK_WORDS.ended)]),
    ...(others.length
      ? [
          offerList(
            others.map((row) => ({
              sample: markerCanvas(SITE_MARKERS[row.role]),
              title: row.name,
              subtitle: `${ROLE_WORDS[row.role]} · ${row.comune ?? row.pro_com_t}${row.orario_letto ? ` · ${hoursWords(row.orario_letto)}` : ''}`,
              open: () => select({ kind: 'sede', code: row.site_id }),
            })),
          ),
        ]
      : []),
  ];
}

const dateOf = (date: string | null): string => (date ? formatDate(date) : PROJECT_WORDS.undeclared);
