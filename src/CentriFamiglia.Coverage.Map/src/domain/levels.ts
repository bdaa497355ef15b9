import type { Theme } from '../text/viewWords';
import type { AreaLevel, Level } from '../text/words';

const LEVELS_OF: Record<Theme, Level[]> = {
  copertura: ['ambito', 'distretto', 'ats'],
  tempi: ['ambito', 'distretto', 'ats', 'comune'],
  misure: ['ambito', 'distretto', 'ats', 'comune'],
  orari: ['comune'],
  proposte: ['ambito', 'distretto'],
  rilievi: ['ambito', 'distretto', 'ats'],
  fragilita: ['ambito'],
  risorse: ['ats'],
  progettualita: ['ats'],
  prova: ['ambito', 'distretto', 'ats', 'comune'],
  decisioni: ['ambito'],
};

export const levelsOf = (theme: Theme): Level[] => LEVELS_OF[theme];

/** The level itself where the theme has it, else the first it has. */
export const levelFor = (theme: Theme, level: Level): Level =>
  LEVELS_OF[theme].includes(level) ? level : (LEVELS_OF[theme][0] as Level);

/** Level of the areas of a view: its own, or Ambito while it shows comuni. */
export const areaLevelOf = (level: Level): AreaLevel => (level === 'comune' ? 'ambito' : level);
