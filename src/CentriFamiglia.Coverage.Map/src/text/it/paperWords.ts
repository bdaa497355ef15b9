import { formatCount } from './numbers';

/** What is said on paper and in pictures only. */
export const PAPER_WORDS = {
  shown: 'Stato',
  kicker: 'Centri per la Famiglia · Copertura in Lombardia',
  figures: 'Le cifre in breve',
  notices: 'Da sapere',
  sources: 'Fonti',
  ats: 'ATS',
  level: 'Livello',
  sedi: 'Sedi',
  date: 'Calcolato',
  version: 'Versione dei dati',
  rules: 'Regole',
  search: 'Cerca',
  address: 'Indirizzo di questa vista',
  fingerprint: 'Impronta dei dati',
};

/** Under a list that is longer than what is printed of it. */
export const cutWords = (printed: number, all: number): string =>
  `Le prime ${formatCount(printed)} righe di ${formatCount(all)}: tutte nel file scaricabile (CSV).`;

/** What a picture of the map shows, for who does not see it; the figures themselves are in the list. */
export const pictureWords = (title: string, headline: string, legend: readonly string[]): string =>
  `Mappa: ${title}. ${headline}. In legenda: ${legend.join('; ')}. L’elenco dà gli stessi dati.`;

export const SAVE_PICTURE = 'Immagine della mappa (PNG)';
