import { catalogue } from './catalogue';

export const { PAPER_WORDS, cutWords, pictureWords, SAVE_PICTURE } = catalogue;
