import { atsWords } from './atsNames';
import { THEME_WORDS, type Theme } from './viewWords';

/** What the parts of the page that stand around the data say. */
export const PANEL_WORDS = {
  show: 'Mostra il pannello',
  hide: 'Nascondi il pannello',
  widen: 'Più largo: tutte le colonne',
  narrow: 'Più stretto: più mappa',
  copied: 'Copiato',
};

export const ALL_NOTICES = 'Tutte le avvertenze';

/** How many there are, where there is no room to name them. */
export const noticesWords = (notices: number): string => (notices === 1 ? '1 avvertenza' : `${notices} avvertenze`);

/** Over what mends a view of which nothing is known. */
export const WHAT_TO_DO = 'Che cosa fare';
export const SHOW_SET = 'Mostra l’insieme';

/** The name of a view: what it shows, and of what. */
export const viewTitle = (theme: Theme, ats: string | null): string =>
  `${THEME_WORDS[theme]} · ${ats === null ? 'Lombardia' : atsWords(ats)}`;

/** The name of the window. */
export const pageTitle = (theme: Theme, ats: string | null): string =>
  `${viewTitle(theme, ats)} · Centri per la Famiglia`;

/** What is being done while a view is awaited. */
export const WAITING_WORDS: Record<Theme, string> = {
  copertura: 'Si leggono i verdetti…',
  progettualita: 'Si leggono le reti…',
  risorse: 'Si legge il riparto del Fondo…',
  tempi: 'Si leggono i tempi di viaggio…',
  misure: 'Si calcolano le misure…',
  orari: 'Si cercano le sedi aperte…',
  proposte: 'Si cercano le nuove sedi…',
  rilievi: 'Si leggono i rilievi…',
  fragilita: 'Si chiude una sede alla volta…',
  prova: 'Si legge lo stato di oggi…',
  decisioni: 'Si leggono scenari e analisi…',
};
export const STOP_WAITING = 'Interrompi';

/** Why a list is empty, and what fills it again. */
export const EMPTY_LIST = {
  search: (search: string): string => `Nessuna riga corrisponde a «${search}».`,
  clearSearch: 'Togli la ricerca',
  filters: 'Nessuna riga passa i filtri scelti.',
  clearFilters: 'Togli i filtri',
  ats: (ats: string): string => `Nessuna riga per l’${atsWords(ats)}.`,
  clearAts: 'Mostra tutta la Lombardia',
  nothing: 'Nessuna riga.',
};

/** Ways out of a question that the service refuses. */
export const REFUSAL_WORDS = { back: 'Torna a prima', home: 'Apri la vista iniziale' };
