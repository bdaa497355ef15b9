import { atsWords } from './atsNames';
import { counted, formatCount, formatDecimal, formatMoment, formatPercent } from './numbers';
import { peopleMany, peopleWords } from './peopleWords';
import { LEVEL_WORDS, type Level, setWords } from './words';

/** What stands before a figure that a sede not listed could only lower, or only raise. */
export const BOUND_WORDS = {
  atMost: 'al più',
  atLeast: 'almeno',
  meaning: 'dove l’elenco delle sedi dell’ATS non è completo: una sede non elencata può essere più vicina',
  most: (meaning: string): string => `«Al più»: ${meaning}.`,
  both: (meaning: string): string => `«Al più», «almeno»: ${meaning}.`,
  inCaption: ' (al più, dove l’elenco delle sedi non è completo)',
};

export const EXCLUDED_WORDS = {
  title: 'Esclusi: sedi non note',
  sentence: (residents: number, comuni: number): string =>
    `Esclusi ${peopleWords(residents)} di ${counted(comuni, 'comune', 'comuni')}: sedi non note.`,
  of: (comuni: number): string => `${peopleMany()} di ${counted(comuni, 'comune', 'comuni')}`,
};

/** Where nothing is known of a set: why, and the other way. */
export const CURE_WORDS = {
  empty: (set: string): string =>
    `L’insieme di sedi «${setWords(set)}» non contiene sedi attive: non c’è nulla da giudicare.`,
  silent: (set: string, ats: string | null): string =>
    `L’insieme di sedi «${setWords(set)}» non dice nulla delle sedi${ats === null ? '' : ` dell’${atsWords(ats)}`}: non si può giudicare.`,
  command: 'Importare le sedi e le reti, e dire per quale ATS l’elenco è completo: ',
  other: 'Oppure scegliere un altro insieme di sedi, sopra la mappa.',
};

/** What a reader must know before trusting a figure: in a word, and in a sentence. */
export const NOTICE = {
  stale: {
    tag: 'Non aggiornato',
    text: (since: string): string =>
      `L’archivio non risponde: le cifre sono quelle dei dati letti fino alle ${formatMoment(since)}.`,
  },
  madeUp: {
    tag: 'Dimostrativo',
    text: 'Sedi e reti inventate per provare il programma: nessuna è reale.',
  },
  partial: {
    tag: 'Elenco parziale',
    text: (completeFor: readonly string[]): string =>
      `L’elenco delle sedi non è completo${whereComplete(completeFor)}: dove non ne risulta una, non si può dire «scoperto».`,
  },
  leftOut: {
    tag: 'Archivio da correggere',
    text: (rows: number): string =>
      rows === 1
        ? 'Una riga, modificata da un altro programma, non conta: quale e perché è in «Tutte le avvertenze».'
        : `${formatCount(rows)} righe, modificate da un altro programma, non contano: quali e perché è in «Tutte le avvertenze».`,
  },
  totals: { tag: 'Totali parziali' },
  estimated: {
    tag: 'Stimato',
    text: (error: number | null): string =>
      `Tempi in auto stimati${error === null ? '' : ` (errore medio ${formatDecimal(error)} minuti)`}, non calcolati sulla rete stradale.`,
  },
  noTraffic: {
    tag: 'Senza traffico',
    text: 'Tempi in auto sulla rete stradale, senza traffico: nell’ora di punta sono più lunghi.',
  },
  whereFrom: { tag: 'Da dove si parte' },
  onePoint: {
    tag: 'Un punto per comune',
    text: 'Tutti i residenti sono contati nella sede comunale, anche a Milano.',
  },
  weighed: {
    tag: 'Chi si conta',
    text: (year: number | null): string =>
      `Le cifre contano ${peopleMany()}${year === null ? '' : ` (${year})`}, non i residenti; verdetti, Fondo e rilievi restano dei residenti.`,
  },
  unverified: {
    tag: 'Non verificato',
    text: (unverified: number, level: Level, all: number): string =>
      `Appartenenza non verificata per ${counted(unverified, LEVEL_WORDS[level].one, LEVEL_WORDS[level].many)} su ${formatCount(all)}.`,
  },
};

const whereComplete = (ats: readonly string[]): string =>
  ats.length === 0 ? '' : ` (lo è soltanto per ${ats.length === 1 ? 'l’' : ''}${ats.map(atsWords).join(', ')})`;

/** How well a choice is proved. */
export const CERTIFICATE_WORDS = {
  noCandidate: 'Non si propone nulla: nessun comune può essere candidato.',
  infeasible: 'Nessuna scelta rispetta i vincoli chiesti.',
  nothingNeeded: 'Dimostrato: nessuna nuova sede serve allo scopo.',
  optimal: 'Dimostrato: nessuna altra scelta fa meglio.',
  best: 'È la migliore scelta trovata, senza un limite dimostrato.',
  gap: (percent: number): string => `Non dimostrato: scarto massimo dall’ottimo ${formatPercent(percent)}.`,
  countProved: 'Il numero di sedi è dimostrato; fra le scelte con lo stesso numero vale la migliore trovata.',
  alternates: (others: number): string =>
    others === 1 ? 'Un’altra scelta vale altrettanto.' : `${formatCount(others)} altre scelte valgono altrettanto.`,
  considered: (candidates: number): string =>
    counted(candidates, 'comune candidato considerato', 'comuni candidati considerati'),
  dropped: (count: number): string => counted(count, 'scartato', 'scartati'),
  why: (reason: string): string => reason,
};
