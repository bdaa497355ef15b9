import { counted, formatCount } from './numbers';

/** What becomes of a row of a file, as data have it and as people read it; the most serious first. */
export const ROW_WORDS = {
  rifiutata: 'Rifiutata',
  corretta: 'Corretta',
  segnalazione: 'Da guardare',
  nota: 'Nota',
};
export type RowOutcome = keyof typeof ROW_WORDS;

/** Kinds of data that a file may hold. */
const KIND_WORDS: Record<string, string> = {
  sedi: 'Sedi',
  reti: 'Reti (progettualità)',
  comuni: 'Comuni e confini',
  unita: 'Appartenenza dei comuni',
  popolazione: 'Popolazione',
  eta: 'Età',
  punti: 'Punti di residenza',
  matrice: 'Matrice dei tempi',
  eccezioni: 'Eccezioni allo standard locale',
  dichiarazioni: 'Dichiarazioni delle ATS',
};
export const kindWords = (kind: string): string => KIND_WORDS[kind] ?? kind;

/** What changes in a list, by operation. */
const OPERATION_COUNTS = {
  add: ['nuova', 'nuove'],
  move: ['spostata', 'spostate'],
  change: ['cambiata', 'cambiate'],
  close: ['chiusa', 'chiuse'],
} as const;

export const IMPORT = {
  button: 'Prova un file…',
  drop: 'Rilasciare il file per vedere che cosa cambierebbe',
  dropNote: 'Sedi, reti, appartenenza, popolazione, punti: Excel, CSV, GeoJSON, GeoPackage, shapefile in uno zip.',
  one: 'Un file alla volta. Per sedi e reti insieme: due fogli di una cartella di Excel, o due strati di un GeoPackage.',
  title: 'Prova di un file',
  nothingWritten: 'È una prova: nulla è scritto nell’archivio.',
  close: 'Chiudi',
  writeIt: 'Scrivi nell’archivio',
  isWritten: 'Il file è scritto nell’archivio: chi apre la mappa vede i dati nuovi.',
  nothingTaken: 'Nulla è stato scritto: il rapporto dice perché.',
  tryAgain: 'Prova di nuovo il file',
  kind: 'Che cosa contiene',
  recognised: 'Lo riconosce il servizio',
  ask: 'Non si riconosce che cosa contiene: sceglierlo qui sopra.',
  whole: 'È l’elenco intero: ciò che non nomina si toglie',
  inComune: 'Le sedi senza coordinate stanno nel capoluogo',
  tryIt: 'Prova questo stato',
  nothingChanges: 'Nell’elenco delle sedi non cambia nulla.',
  changes: 'Le modifiche',
  report: 'Rapporto',
  outcome: 'Esito',
  all: 'Tutte le righe del rapporto',
  noIssues: 'Nessun rilievo.',
  download: 'Scarica il rapporto: ',
  page: 'Pagina',
  table: 'CSV',
  refusedOnes: 'Un’importazione vera, per intero, sarebbe rifiutata: qui contano solo le righe valide.',
  failed: 'Il file non è stato letto.',
  kept: 'La prova è troppo lunga per stare nel collegamento: resta in questa pagina finché è aperta. Per conservarla, salvarla come file.',
};

export const REPORT_HEADS = ['Riga', 'Id', 'Esito', 'Colonna', 'Motivo e rimedio'];

export const reading = (file: string): string => `Lettura di ${file}…`;
export const tried = (file: string): string => `Prova di ${file}`;

/** `12 righe lette, 10 accettate, 2 rifiutate, nessuna corretta`. */
export const countsWords = (read: number, accepted: number, refused: number, mended: number): string =>
  `${counted(read, 'riga letta', 'righe lette')}: ${counted(accepted, 'accettata', 'accettate')}, ` +
  `${counted(refused, 'rifiutata', 'rifiutate')}, ${counted(mended, 'corretta', 'corrette')}`;

/** Before a file is written: how many rows, in which set, whose. */
export const writeAsk = (file: string, accepted: number, refused: number, set: string | null, ats: string): string =>
  `Scrivere nell’archivio ${counted(accepted, 'riga', 'righe')} di ${file}` +
  `${set === null ? '' : `, insieme di sedi «${set}»`}, ${ats}?` +
  `${refused > 0 ? ` ${counted(refused, 'riga rifiutata resta fuori', 'righe rifiutate restano fuori')}.` : ''}`;
export const ofAts = (names: readonly string[]): string => `solo per ${names.join(' e ')}`;
export const ofEveryAts = 'per tutte le ATS che nomina';
export const writing = (file: string): string => `Si scrive ${file}…`;

export const sitesOf = (set: string): string => `Sedi dell’insieme «${set}»`;

/** `Reti: 3 nuove, 1 cambiata`. */
export function changesWords(what: string, changes: readonly { op: keyof typeof OPERATION_COUNTS }[]): string {
  const parts = Object.entries(OPERATION_COUNTS).flatMap(([op, [one, many]]) => {
    const count = changes.filter((change) => change.op === op).length;
    return count > 0 ? [counted(count, one, many)] : [];
  });
  return `${what}: ${parts.join(', ')}`;
}

export const withoutNetwork = (ids: readonly string[]): string =>
  `${ids.length === 1 ? 'È provata' : 'Sono provate'} senza la rete, che l’archivio non ha ancora: ${ids.slice(0, 8).join(', ')}` +
  `${ids.length > 8 ? ` e altre ${formatCount(ids.length - 8)}` : ''}.`;

/** What the import would say of the list, and the trial does not. */
export const completenessWords = (gained: readonly string[], lost: readonly string[]): string =>
  [
    gained.length > 0 ? `L’importazione dichiarerebbe completo l’elenco di ${gained.join(', ')}: la prova no.` : '',
    lost.length > 0
      ? `Dopo l’importazione l’elenco di ${lost.join(', ')} non sarebbe più completo, e molte cifre non si saprebbero: la prova lo tiene per completo.`
      : '',
  ]
    .filter(Boolean)
    .join(' ');

export const moreRows = (more: number): string => `Altre ${formatCount(more)} nel rapporto da scaricare.`;
