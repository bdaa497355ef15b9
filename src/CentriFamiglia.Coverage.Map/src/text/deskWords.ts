import { catalogue } from './catalogue';

export type { BoardFigures, DeskFigures } from './it/deskWords';

export const {
  DESK,
  SCENARIOS,
  LINE_WORDS,
  SCENARIO_STATE_WORDS,
  SCENARIO_MEASURE_WORDS,
  SAVE,
  RUNS,
  RUN_STATE_WORDS,
  DECIDE,
  DECIDED_WORDS,
  deskHeadline,
  publishedHeadline,
  boardHeadline,
} = catalogue;
