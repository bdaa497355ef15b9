import type { SiteRow } from '../../api/rows';
import { SITE_MARKERS } from '../../drawing/markerStyles';
import { markerCanvas } from '../../drawing/markers';
import { networkWords } from '../../text/names';
import { ROLE_WORDS, unreadHours, wheelchairWords } from '../../text/words';
import { facts, heading, note, verdictLine } from '../shared/parts';

/** The sheet of a sede; what only some views say of it stands before its notes. */
export const siteSheet = (row: SiteRow, networks: ReadonlyMap<string, string>, own: HTMLElement[]): HTMLElement[] => [
  heading(row.comune, row.name),
  verdictLine(markerCanvas(SITE_MARKERS[row.role]), ROLE_WORDS[row.role], row.dimostrativo),
  facts([
    ['Rete', networkWords(row.network_id, networks) || 'non dichiarata'],
    ['Ente gestore', row.manager_kind || 'non dichiarato'],
    ['Orari', row.orario_letto || (row.opening_hours ? unreadHours(row.opening_hours) : 'non dichiarati')],
    ['Accessibilità', wheelchairWords(row.wheelchair)],
    ['Ambiti dichiarati', row.declared_ambiti?.split('|').join(', ') || 'nessuno'],
  ]),
  ...own,
  ...(row.precisione === 'comune' ? [note('Posizione indicativa: il centro del comune, non l’indirizzo.')] : []),
  ...(row.dimostrativo ? [note('Sede inventata per provare il programma: non è reale.')] : []),
];
