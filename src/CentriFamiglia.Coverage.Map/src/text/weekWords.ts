import { catalogue } from './catalogue';

export const { WEEK_WORDS, weekCellWords, momentAt } = catalogue;
