import type { Theme } from '../it/viewWords';
import { atsWords } from './atsNames';
import { THEME_WORDS } from './viewWords';

export const PANEL_WORDS = {
  show: 'Show the panel',
  hide: 'Hide the panel',
  widen: 'Wider: all columns',
  narrow: 'Narrower: more map',
  copied: 'Copied',
};

export const ALL_NOTICES = 'All notices';

export const noticesWords = (notices: number): string => (notices === 1 ? '1 notice' : `${notices} notices`);

export const WHAT_TO_DO = 'What to do';
export const SHOW_SET = 'Show the set';

export const viewTitle = (theme: Theme, ats: string | null): string =>
  `${THEME_WORDS[theme]} · ${ats === null ? 'Lombardia' : atsWords(ats)}`;

export const pageTitle = (theme: Theme, ats: string | null): string =>
  `${viewTitle(theme, ats)} · Centri per la Famiglia`;

export const WAITING_WORDS: Record<Theme, string> = {
  copertura: 'Reading the verdicts…',
  progettualita: 'Reading the networks…',
  risorse: 'Reading the allocation of the Fund…',
  tempi: 'Reading the travel times…',
  misure: 'Computing the measures…',
  orari: 'Looking for open Sedi…',
  proposte: 'Looking for new Sedi…',
  rilievi: 'Reading the findings…',
  fragilita: 'Closing one Sede at a time…',
  prova: 'Reading the state of today…',
  decisioni: 'Reading scenarios and analyses…',
};
export const STOP_WAITING = 'Stop';

export const EMPTY_LIST = {
  search: (search: string): string => `No row matches “${search}”.`,
  clearSearch: 'Clear the search',
  filters: 'No row passes the filters chosen.',
  clearFilters: 'Clear the filters',
  ats: (ats: string): string => `No row for ${atsWords(ats)}.`,
  clearAts: 'Show the whole of Lombardia',
  nothing: 'No rows.',
};

export const REFUSAL_WORDS = { back: 'Back to what was before', home: 'Open the initial view' };
