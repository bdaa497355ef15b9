import { catalogue } from './catalogue';

export const {
  PANEL_WORDS,
  ALL_NOTICES,
  noticesWords,
  WHAT_TO_DO,
  SHOW_SET,
  viewTitle,
  pageTitle,
  WAITING_WORDS,
  STOP_WAITING,
  EMPTY_LIST,
  REFUSAL_WORDS,
} = catalogue;
