import { NO_OTHER, type OtherState } from '../api/otherState';
import { oneOfOwn } from '../api/ownRows';
import { type Knobs, NO_KNOBS } from '../api/proposalKnobs';
import type { ProposalQuery } from '../api/proposalQuery';
import { clockOf } from '../domain/hours';
import { levelFor } from '../domain/levels';
import type { TrialChange } from '../domain/trial';
import type { MapLayer } from '../text/mapWords';
import type { Measure } from '../text/measureWords';
import type { Demand } from '../text/peopleWords';
import {
  type Against,
  type Classing,
  type Colouring,
  DAY_WORDS,
  type Day,
  type Statistic,
  type Theme,
} from '../text/viewWords';
import { momentAt } from '../text/weekWords';
import { type Counted, type Goal, LEVELS, type Level, type Outcome } from '../text/words';
import type { DeskLink } from './deskData';
import { weighedIn } from './weighed';

export const SELECTION_KINDS = [...LEVELS, 'sede', 'proposta', 'rilievo'] as const;

/** What the details are about. */
export interface Selection {
  kind: (typeof SELECTION_KINDS)[number];
  code: string;
}

export interface Sort {
  column: string;
  descending: boolean;
}

export interface Camera {
  lon: number;
  lat: number;
  zoom: number;
}

/** A change of the view that someone asks for; quietly, it is no step to go back to. */
export type Change = (change: Partial<ViewState>, quietly?: boolean) => void;

export type Select = (selection: Selection) => void;

/** Everything that makes a view: the same state shows the same thing, so the address of the page holds it all. */
export interface ViewState extends DeskLink {
  theme: Theme;
  level: Level;
  statistic: Statistic;
  /** Set of sedi; null is the active one of the store. */
  sedi: string | null;
  ats: string | null;
  /** Whose travel is weighed, in the views that weigh it. */
  demand: Demand;
  search: string;
  /** Null: the order that suits theme and level. */
  sort: Sort | null;
  /** From 1. */
  page: number;
  selection: Selection | null;
  camera: Camera | null;
  showSites: boolean;
  showSuggestions: boolean;
  /** What the map shows besides. */
  layers: readonly MapLayer[];
  /** Whether the main roads are on the ground of the map, where a network is loaded. */
  roads: boolean;
  /** What the proposals look for. */
  goal: Goal;
  spokes: number;
  everyUnit: boolean;
  /** The choices of the search that most do without. */
  knobs: Knobs;
  /** Whose residents count, where an ATS is chosen. */
  count: Counted;
  /** Filters of the findings; null takes all. */
  outcome: Outcome | null;
  rule: string | null;
  /** Groups of findings that are open: a rule, an ATS within a rule, what a rule finds not declared. */
  groups: readonly string[];
  measure: Measure;
  classing: Classing;
  /** Moment of the week at which doors must be open; the minute is of the day. */
  day: Day;
  minute: number;
  /** Changes of sedi that are tried. */
  trial: readonly TrialChange[];
  colouring: Colouring;
  /** What today is compared with; in the trial, whether the program's own choice stands beside it. */
  against: Against | null;
  /** The other state, where it is neither the trial nor the proposals. */
  other: OtherState;
  /** Whether the map shows two states side by side. */
  beside: boolean;
}

export const DEFAULT_VIEW: ViewState = {
  theme: 'copertura',
  level: 'ambito',
  statistic: 'mediana',
  sedi: null,
  ats: null,
  demand: 'residenti',
  search: '',
  sort: null,
  page: 1,
  selection: null,
  camera: null,
  showSites: true,
  showSuggestions: false,
  layers: [],
  roads: true,
  goal: 'units',
  spokes: 10,
  everyUnit: false,
  knobs: NO_KNOBS,
  count: 'propri',
  outcome: null,
  rule: null,
  groups: [],
  measure: 'nearest',
  classing: 'fisse',
  day: 'mar',
  minute: 17 * 60 + 30,
  trial: [],
  colouring: 'prova',
  against: null,
  other: NO_OTHER,
  beside: false,
  scenario: null,
  run: null,
};

/** A state changed in part, with what no longer fits set back: level to the theme, page and order to the list. */
export function changed(state: ViewState, change: Partial<ViewState>): ViewState {
  const next = { ...state, ...change };
  next.level = levelFor(next.theme, next.level);
  const listChanged = next.theme !== state.theme || next.level !== state.level;
  if (listChanged && !('sort' in change)) next.sort = null;
  const filters = ({ ats, search, sort, outcome, rule }: ViewState) =>
    JSON.stringify([ats, search, sort, outcome, rule]);
  if ((listChanged || filters(next) !== filters(state)) && !('page' in change)) next.page = 1;
  return next;
}

/** Views whose answers depend on the ATS chosen, and on whose residents count. */
export const COUNTING: readonly Theme[] = ['proposte', 'fragilita'];

/** Whether going from one state to the other needs other answers of the service. */
export function needsAnswers(before: ViewState, after: ViewState): boolean {
  const asked = (view: ViewState) => [
    [view.sedi, view.level, view.theme, weighedIn(view), oneOfOwn(view.ats)],
    ...(view.theme === 'misure' ? [view.measure] : []),
    ...(view.theme === 'orari' ? [view.day, view.minute, view.ats] : []),
    ...(COUNTING.includes(view.theme) ? [view.ats, view.count] : []),
    ...(view.theme === 'proposte' ? [view.goal, view.spokes, view.everyUnit, view.knobs] : [view.showSuggestions]),
  ];
  return JSON.stringify(asked(before)) !== JSON.stringify(asked(after));
}

/** The search for new sedi that a view stands for; outside the proposals, the usual one of the whole region. */
export function proposalQuery(state: ViewState): ProposalQuery {
  const level = state.level === 'distretto' ? 'distretto' : 'ambito';
  if (state.theme !== 'proposte')
    return {
      level,
      goal: 'units',
      spokes: DEFAULT_VIEW.spokes,
      everyUnit: false,
      knobs: NO_KNOBS,
      ats: null,
      count: DEFAULT_VIEW.count,
    };
  const { goal, spokes, everyUnit, knobs, ats, count } = state;
  return { level, goal, spokes, everyUnit, knobs, ats, count };
}

/** The moment of a view in words: `martedì alle 17:30`. */
export const momentWords = ({ day, minute }: Pick<ViewState, 'day' | 'minute'>): string =>
  momentAt(DAY_WORDS[day], clockOf(minute));

/** The moment of a view as the service reads it. */
export const momentOf = ({ day, minute }: Pick<ViewState, 'day' | 'minute'>): string => `${day} ${clockOf(minute)}`;

/** Whether a row is of the ATS chosen, if one is. */
export const isInScope = ({ ats }: Pick<ViewState, 'ats'>, row: { ats: string | null }): boolean =>
  ats === null || row.ats === ats;

/** Views whose proposals are not the usual ones of the region: those that are sought, and those that were frozen. */
export const hasOwnProposals = ({ theme }: Pick<ViewState, 'theme'>): boolean =>
  theme === 'proposte' || theme === 'decisioni';

export const showsSuggestions = ({ theme, showSuggestions }: Pick<ViewState, 'theme' | 'showSuggestions'>): boolean =>
  hasOwnProposals({ theme }) || showSuggestions;
