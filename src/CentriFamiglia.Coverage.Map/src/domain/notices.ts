import type { Provenance } from '../api/provenance';
import type { EvidenceStatus } from '../api/rows';
import { formatCount, formatDecimal } from '../text/numbers';
import { LEVEL_WORDS, type Level } from './levels';

/** Something the reader must know before trusting a figure. */
export interface Notice {
  tag: string;
  text: string;
}

/** Whatever is made up, incomplete, estimated or unverified in a view. */
export function noticesFor(provenance: Provenance, level: Level, statuses: EvidenceStatus[]): Notice[] {
  const notices: Notice[] = [];
  if (provenance.sedi.demonstration) {
    notices.push({
      tag: 'Dimostrativo',
      text: 'Le sedi e le reti mostrate sono inventate per provare il programma: nessuna è reale.',
    });
  }
  if (!provenance.sedi.complete) {
    notices.push({
      tag: 'Elenco parziale',
      text: 'L’elenco delle sedi non è dichiarato completo: dove manca una sede non si può dire «scoperto».',
    });
  }
  if (provenance.travel.kind === 'stima') {
    const error = provenance.travel.errorMinutes;
    const size = error === null ? '' : ` (errore medio ${formatDecimal(error)} minuti)`;
    notices.push({
      tag: 'Stimato',
      text: `Tempi in auto stimati${size}, non calcolati sulla rete stradale; residenti collocati nel centro del comune.`,
    });
  }
  const unverified = statuses.filter((s) => s === 'unverified').length;
  if (unverified > 0) {
    notices.push({
      tag: 'Non verificato',
      text: `Appartenenza dei comuni non verificata per ${formatCount(unverified)} ${LEVEL_WORDS[level].many} su ${formatCount(statuses.length)}.`,
    });
  }
  return notices;
}
