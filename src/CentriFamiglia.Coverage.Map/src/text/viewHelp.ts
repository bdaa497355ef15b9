import { catalogue } from './catalogue';

export const { VIEW_HELP_TITLE, VIEW_TERMS_TITLE, GUIDE_TITLE, VIEW_HELP, GUIDE_WORDS } = catalogue;
