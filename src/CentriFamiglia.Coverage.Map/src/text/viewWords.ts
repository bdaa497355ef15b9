import { catalogue } from './catalogue';
import type { Against, Classing, Colouring, Day, Reach, Shift, Statistic, Theme, Weight } from './it/viewWords';

export type {
  Against,
  Classing,
  Colouring,
  Day,
  Reach,
  Shift,
  StateChoice,
  Statistic,
  Theme,
  Weight,
} from './it/viewWords';

export const {
  THEME_WORDS,
  STATISTIC_WORDS,
  CLASSING_WORDS,
  DAY_WORDS,
  REACH_WORDS,
  WEIGHT_WORDS,
  COLOURING_WORDS,
  AGAINST_WORDS,
  STATE_WORDS,
  SHIFT_WORDS,
  NOTHING_STORED,
  LIMIT_IS_A_CRITERION,
} = catalogue;

export const THEMES = Object.keys(THEME_WORDS) as Theme[];
export const STATISTICS = Object.keys(STATISTIC_WORDS) as Statistic[];
export const CLASSINGS = Object.keys(CLASSING_WORDS) as Classing[];
export const DAYS = Object.keys(DAY_WORDS) as Day[];
export const REACHES = Object.keys(REACH_WORDS) as Reach[];
export const WEIGHTS = Object.keys(WEIGHT_WORDS) as Weight[];
export const COLOURINGS = Object.keys(COLOURING_WORDS) as Colouring[];
export const AGAINST = Object.keys(AGAINST_WORDS) as Against[];
export const SHIFTS = Object.keys(SHIFT_WORDS) as Shift[];
