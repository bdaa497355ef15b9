import { catalogue } from './catalogue';

export type { LimitSide } from './it/bandWords';

export const { BECOMES_CERTAIN, sideWords, bandWords, criterionWords, betweenWords, rangeWords } = catalogue;
