/** What stands in the page before anything is read, by the names that the page gives its places. */
export const FRAME = {
  skip: 'Vai all’elenco',
  subtitle: 'Copertura in Lombardia',
  tools: 'Strumenti',
  tryFile: 'Prova un file…',
  copyLink: 'Copia link',
  print: 'Stampa',
  guide: 'Guida',
  choices: 'Scelta della vista',
  notices: 'Avvertenze sui dati',
  map: 'Mappa',
  legend: 'Legenda',
  reading: 'Lettura dei dati…',
  panel: 'Pannello dell’elenco',
  listAndSheets: 'Elenco e schede',
  ownChoices: 'Scelte di questa vista',
  trial: 'La prova',
  list: 'Elenco',
  searchList: 'Cerca nell’elenco',
  search: 'Cerca…',
  allColumns: 'Tutte le colonne',
  sheet: 'Scheda',
  backToList: 'Torna all’elenco',
  sheetContent: 'Contenuto della scheda',
  provenance: 'Provenienza dei dati',
  pages: 'Pagine',
  accessibility: 'Accessibilità',
};

/** Of the whole page. */
export const DOCUMENT = {
  title: 'Centri per la Famiglia · Copertura territoriale',
  description: 'Copertura territoriale dei Centri per la Famiglia in Lombardia: verdetti, tempi di viaggio, proposte.',
  guideTitle: 'Guida e glossario · Centri per la Famiglia',
};

/** Said once of what the service answers in its own language; empty where the page is in it. */
export const SERVICE_LANGUAGE = '';
