import type { Provenance } from '../api/provenance';
import { atsWords } from '../text/atsNames';
import { BECOMES_CERTAIN } from '../text/bandWords';
import { counted, formatCount, formatDecimal } from '../text/numbers';
import { type EvidenceStatus, LEVEL_WORDS, type Level } from '../text/words';
import { excludedWords } from './knowledge';

/** Something the reader must know before trusting a figure. */
export interface Notice {
  tag: string;
  text: string;
}

/** Whatever is made up, incomplete, estimated or unverified in a view. */
export function noticesFor(provenance: Provenance, level: Level, statuses: EvidenceStatus[]): Notice[] {
  const notices: Notice[] = [];
  if (provenance.staleSince) {
    notices.push({
      tag: 'Non aggiornato',
      text: `L’archivio non risponde: le cifre sono quelle dei dati letti fino alle ${new Date(provenance.staleSince).toLocaleString('it-IT', { dateStyle: 'short', timeStyle: 'short' })}.`,
    });
  }
  if (provenance.sedi.demonstration) {
    notices.push({
      tag: 'Dimostrativo',
      text: 'Sedi e reti inventate per provare il programma: nessuna è reale.',
    });
  }
  if (!provenance.sedi.complete) {
    notices.push({
      tag: 'Elenco parziale',
      text: `L’elenco delle sedi non è completo${whereComplete(provenance.sedi.completeFor)}: dove non ne risulta una, non si può dire «scoperto».`,
    });
  }
  if (provenance.leftOut > 0) {
    notices.push({
      tag: 'Archivio da correggere',
      text:
        provenance.leftOut === 1
          ? 'Una riga, modificata da un altro programma, non conta: quale e perché è in «Tutte le avvertenze».'
          : `${formatCount(provenance.leftOut)} righe, modificate da un altro programma, non contano: quali e perché è in «Tutte le avvertenze».`,
    });
  }
  const excluded = excludedWords(provenance.excluded);
  if (excluded) notices.push({ tag: 'Totali parziali', text: excluded });
  if (provenance.travel.kind === 'stima') {
    const error = provenance.travel.errorMinutes;
    const size = error === null ? '' : ` (errore medio ${formatDecimal(error)} minuti)`;
    notices.push({
      tag: 'Stimato',
      text: `Tempi in auto stimati${size}, non calcolati sulla rete stradale. ${BECOMES_CERTAIN}`,
    });
  }
  if (provenance.travel.kind === 'rete') {
    notices.push({
      tag: 'Senza traffico',
      text: 'Tempi in auto sulla rete stradale, senza traffico: nell’ora di punta sono più lunghi. © OpenStreetMap contributors.',
    });
  }
  if (provenance.demand.startsWith('un punto per comune')) {
    notices.push({
      tag: 'Un punto per comune',
      text: 'Tutti i residenti sono contati nella sede comunale, anche a Milano.',
    });
  }
  const unverified = statuses.filter((s) => s === 'unverified').length;
  if (unverified > 0) {
    notices.push({
      tag: 'Non verificato',
      text: `Appartenenza non verificata per ${counted(unverified, LEVEL_WORDS[level].one, LEVEL_WORDS[level].many)} su ${formatCount(statuses.length)}.`,
    });
  }
  return notices;
}

const whereComplete = (ats: string[]): string =>
  ats.length === 0 ? '' : ` (lo è soltanto per ${ats.length === 1 ? 'l’' : ''}${ats.map(atsWords).join(', ')})`;
