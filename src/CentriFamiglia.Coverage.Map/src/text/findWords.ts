import { catalogue } from './catalogue';
import type { PlaceKind } from './it/findWords';

export type { Elsewhere, PlaceKind } from './it/findWords';

export const { PLACE_WORDS, FIND_WORDS, OPEN_AREA, COMUNI_OF_AREA, inAmbito, elsewhereWords } = catalogue;

export const PLACE_KINDS = Object.keys(PLACE_WORDS) as PlaceKind[];
