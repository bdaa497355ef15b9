import { catalogue } from './catalogue';
import type { Measure } from './it/measureWords';

export type { Measure } from './it/measureWords';

export const { MEASURE_WORDS, measureTitle, unitWords } = catalogue;

export const MEASURES = Object.keys(MEASURE_WORDS) as Measure[];
