import type { Demand } from '../text/peopleWords';
import type { Theme } from '../text/viewWords';

/** Views that weigh somebody: the others have the act's own figures, which are those of residents. */
export const WEIGHING: readonly Theme[] = ['tempi', 'misure', 'proposte', 'fragilita', 'prova', 'orari'];

/** Whose travel the figures of a view weigh. */
export const weighedIn = ({ theme, demand }: { theme: Theme; demand: Demand }): Demand =>
  WEIGHING.includes(theme) ? demand : 'residenti';
