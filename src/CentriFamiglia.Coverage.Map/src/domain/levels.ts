import type { AreaLevel } from '../api/rows';

/** Levels the map can show; comuni only with travel times. */
export type Level = AreaLevel | 'comune';

export type Theme = 'copertura' | 'tempi' | 'misure' | 'orari' | 'proposte' | 'rilievi' | 'fragilita';

export const LEVEL_WORDS: Record<Level, { one: string; many: string }> = {
  ambito: { one: 'Ambito', many: 'Ambiti' },
  distretto: { one: 'Distretto', many: 'Distretti' },
  ats: { one: 'ATS', many: 'ATS' },
  comune: { one: 'Comune', many: 'Comuni' },
};

export const THEME_WORDS: Record<Theme, string> = {
  copertura: 'Copertura',
  tempi: 'Tempi di viaggio',
  misure: 'Misure',
  orari: 'Orari',
  proposte: 'Proposte',
  rilievi: 'Rilievi',
  fragilita: 'Fragilità',
};

const LEVELS: Record<Theme, Level[]> = {
  copertura: ['ambito', 'distretto', 'ats'],
  tempi: ['ambito', 'distretto', 'ats', 'comune'],
  misure: ['ambito', 'distretto', 'ats', 'comune'],
  orari: ['comune'],
  proposte: ['ambito', 'distretto'],
  rilievi: ['ambito', 'distretto', 'ats'],
  fragilita: ['ambito'],
};

export const levelsOf = (theme: Theme): Level[] => LEVELS[theme];

/** The level itself where the theme has it, else the first it has. */
export const levelFor = (theme: Theme, level: Level): Level =>
  LEVELS[theme].includes(level) ? level : (LEVELS[theme][0] as Level);
