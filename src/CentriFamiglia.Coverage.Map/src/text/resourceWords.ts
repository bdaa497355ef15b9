import { catalogue } from './catalogue';

export type { ResourceFigures } from './it/resourceWords';

export const { RESOURCE_WORDS, HOW_MONEY_IS_COUNTED, EQUAL_PART_WEIGHS, resourceHeadline, networkSubtitle } = catalogue;
