import type { ProposalQuery } from '../api/coverageData';
import { NO_KNOBS } from '../api/proposalKnobs';
import type { StateChoice, Theme } from '../text/viewWords';
import { withTrial } from './trialView';
import type { RivalData, ViewData } from './viewData';
import { DEFAULT_VIEW, proposalQuery, type ViewState } from './viewState';

/** Views that show today by themselves, and another state beside it where one is asked for. */
const COMPARED: readonly Theme[] = ['copertura', 'tempi'];

export const isCompared = ({ theme }: Pick<ViewState, 'theme'>): boolean => COMPARED.includes(theme);

/** The states that a view can show: the trial where there is one, the proposals where none is made by hand. */
export const choicesOf = ({ theme, trial }: ViewState): StateChoice[] =>
  theme === 'prova'
    ? ['oggi', 'prova', 'differenza']
    : ['oggi', 'proposte', ...(trial.length > 0 ? (['prova'] as const) : []), 'differenza'];

/** Which of them it shows. */
export function choiceOf({ theme, colouring, against }: ViewState): StateChoice {
  if (theme === 'prova') return colouring;
  if (against === null) return 'oggi';
  return colouring === 'differenza' ? colouring : against;
}

/** What a view becomes where another of them is chosen; then it shows that one alone. */
export function choosing(choice: StateChoice, state: ViewState): Partial<ViewState> {
  const { theme, against } = state;
  if (theme === 'prova') return choice === 'proposte' ? {} : { colouring: choice, beside: false };
  if (choice === 'oggi') return { against: null, colouring: DEFAULT_VIEW.colouring, beside: false };
  if (choice === 'differenza') return { against: against ?? usual(state), colouring: choice, beside: false };
  return { against: choice, colouring: DEFAULT_VIEW.colouring, beside: false };
}

/** What a view becomes where its two states are laid side by side, or no longer are. */
export function layingBeside(state: ViewState): Partial<ViewState> {
  if (state.beside) return { beside: false };
  const other = state.theme === 'prova' ? state.against : (state.against ?? usual(state));
  return { beside: true, against: other, colouring: DEFAULT_VIEW.colouring };
}

/** What the trial becomes where the program's own choice of as many Spokes is laid beside it, or no longer is. */
export const facing = ({ against }: ViewState): Partial<ViewState> =>
  against === 'proposte'
    ? { against: null, beside: false }
    : { against: 'proposte', beside: true, colouring: DEFAULT_VIEW.colouring };

const usual = ({ trial }: ViewState) => (trial.length > 0 ? 'prova' : 'proposte');

/** What is asked of the search for a view: in the trial, as many Spokes where it has its own; null where nothing is to be sought. */
export function rivalQuery(data: ViewData, state: ViewState): ProposalQuery | null {
  if (state.against !== 'proposte') return null;
  if (isCompared(state)) return proposalQuery(state);
  if (state.theme !== 'prova' || !data.trial) return null;
  const spokes = spokesOf(data).length;
  if (spokes === 0) return null;
  const { level } = proposalQuery(state);
  const ats = state.ats ?? atsOf(data);
  return { level, goal: 'cover', spokes, everyUnit: false, knobs: NO_KNOBS, ats, count: DEFAULT_VIEW.count };
}

/** The Spokes that the trial adds. */
export const spokesOf = ({ trial }: ViewData) =>
  (trial?.changes ?? []).filter(({ op, role }) => op === 'add' && (role ?? 'spoke') === 'spoke');

/** The ATS that all Spokes of the trial lie in; null where they lie in several, or it is not known yet. */
function atsOf(data: ViewData): string | null {
  const placed = new Map(data.trial?.answer?.sedi.map((sede) => [sede.id, sede.ats]));
  const [first, ...others] = [...new Set(spokesOf(data).map(({ id }) => placed.get(id) ?? null))];
  return others.length === 0 ? (first ?? null) : null;
}

/** One of two states of the map, by its name. */
export interface Side {
  choice: StateChoice;
  data: ViewData;
  state: ViewState;
}

/** The two states to lay side by side; null where one is shown alone, or is not known yet. */
export function sidesOf(data: ViewData, state: ViewState): [Side, Side] | null {
  const { trial } = data;
  if (!state.beside || !trial?.answer || !trial.today) return null;
  const plain = paired({ ...state, colouring: 'prova' });
  const own: Side = { choice: trial.by, data, state: plain };
  const rival = trial.by === 'prova' && trial.rival?.answer ? rivalSide(trial.today, trial.rival, plain) : null;
  return rival ? [own, rival] : [{ choice: 'oggi', data: trial.today, state: plain }, own];
}

const rivalSide = (today: ViewData, { changes, answer }: RivalData, state: ViewState): Side => ({
  choice: 'proposte',
  data: withTrial(today, changes, answer, 'proposte'),
  state,
});

/** Of an area only the mean is known on both sides. */
export const paired = (state: ViewState): ViewState => ({ ...state, statistic: 'media' });
