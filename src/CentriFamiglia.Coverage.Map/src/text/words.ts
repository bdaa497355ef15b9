import { catalogue } from './catalogue';
import type { Counted, Goal, Level, Outcome, SiteRole, SuggestionKind, Verdict } from './it/words';

export type {
  AreaLevel,
  Counted,
  EvidenceStatus,
  Goal,
  Level,
  Outcome,
  SearchStatus,
  SitePrecision,
  SiteRole,
  SiteStatus,
  SnapStatus,
  Subject,
  SuggestionKind,
  TravelKind,
  Verdict,
} from './it/words';

export const {
  VERDICT_WORDS,
  WATER_SOURCE,
  OUTCOME_WORDS,
  LEVEL_WORDS,
  WHOLE_REGION,
  SUBJECT_WORDS,
  evidenceLabel,
  evidenceWords,
  travelWords,
  ROLE_WORDS,
  wheelchairWords,
  unreadHours,
  SET_WORDS,
  setWords,
  SUGGESTION_WORDS,
  GOAL_WORDS,
  COUNTED_WORDS,
  NOT_NEEDED,
  NOT_NEEDED_SHORT,
} = catalogue;

export const VERDICTS = Object.keys(VERDICT_WORDS) as Verdict[];
export const OUTCOMES = Object.keys(OUTCOME_WORDS) as Outcome[];
export const LEVELS = Object.keys(LEVEL_WORDS) as Level[];
export const SITE_ROLES = Object.keys(ROLE_WORDS) as SiteRole[];
export const SUGGESTION_KINDS = Object.keys(SUGGESTION_WORDS) as SuggestionKind[];
export const GOALS = Object.keys(GOAL_WORDS) as Goal[];
export const COUNTED = Object.keys(COUNTED_WORDS) as Counted[];
export const SET_NAMES = Object.keys(SET_WORDS);
/** Rules of the act that findings are about. */
export const RULES = Array.from({ length: 18 }, (_, i) => `R${i + 1}`);
