import { catalogue } from './catalogue';

export const { NETWORK_WORDS, weeklyWords, spokeLoad, hoursWords } = catalogue;
