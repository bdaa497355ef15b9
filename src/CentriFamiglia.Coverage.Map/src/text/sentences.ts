import { catalogue } from './catalogue';

export const { NOT_KNOWN, NOT_COMPLETE, residentsWords, sentence } = catalogue;
