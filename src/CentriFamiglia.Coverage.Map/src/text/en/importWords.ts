import { counted, formatCount } from './numbers';

export const ROW_WORDS = {
  rifiutata: 'Refused',
  corretta: 'Mended',
  segnalazione: 'To be looked at',
  nota: 'Note',
};

const KIND_WORDS: Record<string, string> = {
  sedi: 'Sedi',
  reti: 'Networks (projects)',
  comuni: 'Comuni and boundaries',
  unita: 'Membership of the Comuni',
  popolazione: 'Population',
  eta: 'Ages',
  punti: 'Points of residence',
  matrice: 'Matrix of travel times',
  eccezioni: 'Exceptions to the local standard',
  dichiarazioni: 'Declarations of the ATS',
};
export const kindWords = (kind: string): string => KIND_WORDS[kind] ?? kind;

const OPERATION_WORDS = { add: 'new', move: 'moved', change: 'changed', close: 'closed' } as const;

export const IMPORT = {
  button: 'Try a file…',
  drop: 'Drop the file to see what it would change',
  dropNote: 'Sedi, networks, membership, population, points: Excel, CSV, GeoJSON, GeoPackage, a zipped shapefile.',
  one: 'One file at a time. For Sedi and networks together: two sheets of an Excel workbook, or two layers of a GeoPackage.',
  title: 'Trial of a file',
  nothingWritten: 'This is a trial: nothing is written to the store.',
  close: 'Close',
  writeIt: 'Write to the store',
  isWritten: 'The file is written to the store: whoever opens the map sees the new data.',
  nothingTaken: 'Nothing was written: the report says why.',
  tryAgain: 'Try the file again',
  kind: 'What it holds',
  recognised: 'The service recognises it',
  ask: 'What it holds is not recognised: choose it above.',
  whole: 'It is the whole list: what it does not name is taken away',
  inComune: 'Sedi without coordinates stand at the town hall',
  tryIt: 'Try this state',
  nothingChanges: 'Nothing changes in the list of Sedi.',
  changes: 'The changes',
  report: 'Report',
  outcome: 'Outcome',
  all: 'All rows of the report',
  noIssues: 'Nothing to report.',
  download: 'Download the report: ',
  page: 'Page',
  table: 'CSV',
  refusedOnes: 'A real import of the whole file would be refused: only the valid rows count here.',
  failed: 'The file was not read.',
  kept: 'The trial is too long for the link: it stays in this page while it is open. To keep it, save it as a file.',
};

export const REPORT_HEADS = ['Row', 'Id', 'Outcome', 'Column', 'Reason and cure'];

export const reading = (file: string): string => `Reading ${file}…`;
export const tried = (file: string): string => `Trial of ${file}`;

export const countsWords = (read: number, accepted: number, refused: number, mended: number): string =>
  `${counted(read, 'row read', 'rows read')}: ${formatCount(accepted)} accepted, ` +
  `${formatCount(refused)} refused, ${formatCount(mended)} mended`;

export const writeAsk = (file: string, accepted: number, refused: number, set: string | null, ats: string): string =>
  `Write ${counted(accepted, 'row', 'rows')} of ${file} to the store` +
  `${set === null ? '' : `, set of Sedi “${set}”`}, ${ats}?` +
  `${refused > 0 ? ` ${counted(refused, 'refused row stays', 'refused rows stay')} out.` : ''}`;
export const ofAts = (names: readonly string[]): string => `for ${names.join(' and ')} alone`;
export const ofEveryAts = 'for every ATS that it names';
export const writing = (file: string): string => `Writing ${file}…`;

export const sitesOf = (set: string): string => `Sedi of the set “${set}”`;

export function changesWords(what: string, changes: readonly { op: keyof typeof OPERATION_WORDS }[]): string {
  const parts = Object.entries(OPERATION_WORDS).flatMap(([op, words]) => {
    const count = changes.filter((change) => change.op === op).length;
    return count > 0 ? [`${formatCount(count)} ${words}`] : [];
  });
  return `${what}: ${parts.join(', ')}`;
}

export const withoutNetwork = (ids: readonly string[]): string =>
  `${ids.length === 1 ? 'Tried without its network' : 'Tried without their networks'}, which the store does not hold yet: ${ids.slice(0, 8).join(', ')}` +
  `${ids.length > 8 ? ` and another ${formatCount(ids.length - 8)}` : ''}.`;

export const completenessWords = (gained: readonly string[], lost: readonly string[]): string =>
  [
    gained.length > 0 ? `The import would declare the list of ${gained.join(', ')} complete: the trial does not.` : '',
    lost.length > 0
      ? `After the import the list of ${lost.join(', ')} would no longer be complete, and many figures would not be known: the trial takes it as complete.`
      : '',
  ]
    .filter(Boolean)
    .join(' ');

export const moreRows = (more: number): string => `Another ${formatCount(more)} in the report to download.`;
