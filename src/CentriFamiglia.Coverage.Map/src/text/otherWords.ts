import { catalogue } from './catalogue';
import type { MeasureShift } from './it/otherWords';

export type { MeasureShift } from './it/otherWords';

export const { OTHER_WORDS, MEASURE_SHIFT_WORDS, measureChangeHeadline, proposalsAre } = catalogue;

export const MEASURE_SHIFTS = Object.keys(MEASURE_SHIFT_WORDS) as MeasureShift[];
