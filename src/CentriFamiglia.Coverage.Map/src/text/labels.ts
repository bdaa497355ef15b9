import { catalogue } from './catalogue';

export const { LABEL, SAID, CLASS_WORDS } = catalogue;
