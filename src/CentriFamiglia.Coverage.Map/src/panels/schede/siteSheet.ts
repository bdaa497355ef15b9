import type { SiteRow } from '../../api/rows';
import { SITE_MARKERS } from '../../drawing/markerStyles';
import { markerCanvas } from '../../drawing/markers';
import { LABEL, SAID } from '../../text/labels';
import { networkWords } from '../../text/names';
import { hoursWords } from '../../text/networkWords';
import { managerWords } from '../../text/projectWords';
import { SHEET } from '../../text/sheetWords';
import { ROLE_WORDS, unreadHours, wheelchairWords } from '../../text/words';
import { facts, heading, note, verdictLine } from '../shared/parts';

/** The sheet of a sede; what only some views say of it stands before its notes. */
export const siteSheet = (row: SiteRow, networks: ReadonlyMap<string, string>, own: HTMLElement[]): HTMLElement[] => [
  heading(row.comune, row.name),
  verdictLine(markerCanvas(SITE_MARKERS[row.role]), ROLE_WORDS[row.role], row.dimostrativo),
  facts([
    [LABEL.network, networkWords(row.network_id, networks) || SAID.networkUndeclared],
    [SHEET.manager, (row.manager_kind && managerWords(row.manager_kind)) || SAID.managerUndeclared],
    [
      LABEL.hours,
      (row.orario_letto && hoursWords(row.orario_letto)) ||
        (row.opening_hours ? unreadHours(row.opening_hours) : SAID.hoursUndeclared),
    ],
    [SHEET.accessibility, wheelchairWords(row.wheelchair)],
    [SHEET.declaredAmbiti, row.declared_ambiti?.split('|').join(', ') || SAID.noAmbito],
  ]),
  ...own,
  ...(row.precisione === 'comune' ? [note(SHEET.roughPlace)] : []),
  ...(row.dimostrativo ? [note(SHEET.madeUp)] : []),
];
