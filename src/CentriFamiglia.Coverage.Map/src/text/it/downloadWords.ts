import { within } from './compareWords';
import { formatCount } from './numbers';
import type { Level } from './words';

/** Forms of a file, for people. */
export const FORMAT_WORDS = {
  xlsx: 'Excel',
  csv: 'CSV',
  geojson: 'GeoJSON',
  gpkg: 'GeoPackage',
  json: 'JSON',
};
export type FileFormat = keyof typeof FORMAT_WORDS;

/** What each form of the table is for. */
export const FORMAT_USES = {
  xlsx: 'foglio pronto da stampare, con le fonti',
  csv: 'separato da virgole, per altri programmi',
  geojson: 'con i confini o i punti, per il web',
  gpkg: 'con i confini o i punti, per QGIS',
};
export type TableFormat = keyof typeof FORMAT_USES;

/** Of a file's name. */
export const LEVEL_IN_NAME: Record<Level, string> = {
  ambito: 'ambiti',
  distretto: 'distretti',
  ats: 'ats',
  comune: 'comuni',
};

export const DOWNLOAD = 'Scarica';
export const WHOLE_ANSWER = 'Tutti i dati della domanda';
export const SAME_IN = (state: string): string => `Gli stessi dati: ${within(state)}`;
export const PREPARING = 'Preparazione del file…';
export const NOTHING_SHOWN = 'La vista non è ancora arrivata.';
export const RELOAD = 'Ricarica la pagina';
export const CURVE_OF_SPOKES = 'La curva dei nuovi Spoke';
export const PROPOSED_CATCHMENTS = 'Chi andrebbe a quale proposta';
export const CATCHMENTS = 'Chi va a quale sede, comune per comune';
export const REACH_CURVE = 'La curva dei minuti';
export const isochronesOf = (site: string): string => `Le isocrone di ${site}`;
export const tableAsShown = (rows: number): string =>
  `La tabella com’è: ${formatCount(rows)} ${rows === 1 ? 'riga' : 'righe'}`;
export const given = (name: string): string => `Scaricato ${name}`;
export const notGiven = (why: string, cure: string): string =>
  `Non scaricato: ${why || 'il servizio non ha dato il file.'}${cure ? ` ${cure}` : ' Riprovare.'}`;
/** Beside the label of a column of a file. */
export const COLUMN_PARTS = { before: 'oggi', note: 'nota' };
