import { catalogue } from './catalogue';

export const {
  SWITCH,
  within,
  besideWords,
  differenceOf,
  todayAnd,
  spokenPair,
  notComparable,
  RIVAL,
  NO_PROGRAM,
  UNCHANGED,
} = catalogue;
