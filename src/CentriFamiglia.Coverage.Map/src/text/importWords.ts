import { catalogue } from './catalogue';
import type { RowOutcome } from './it/importWords';

export type { RowOutcome } from './it/importWords';

export const {
  ROW_WORDS,
  kindWords,
  IMPORT,
  REPORT_HEADS,
  reading,
  tried,
  countsWords,
  writeAsk,
  ofAts,
  ofEveryAts,
  writing,
  sitesOf,
  changesWords,
  withoutNetwork,
  completenessWords,
  moreRows,
} = catalogue;

export const ROW_OUTCOMES = Object.keys(ROW_WORDS) as RowOutcome[];
