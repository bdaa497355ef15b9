import type { OtherState } from '../api/otherState';
import { NO_KNOBS } from '../api/proposalKnobs';
import type { ProposalQuery } from '../api/proposalQuery';
import { OTHER_WORDS } from '../text/otherWords';
import { STATE_WORDS, type StateChoice, type Theme } from '../text/viewWords';
import { withTrial } from './trialView';
import type { RivalData, ViewData } from './viewData';
import { DEFAULT_VIEW, proposalQuery, type ViewState } from './viewState';

/** Views that show today by themselves, and another state beside it where one is asked for. */
const COMPARED: readonly Theme[] = ['copertura', 'tempi', 'misure'];

export const isCompared = ({ theme }: Pick<ViewState, 'theme'>): boolean => COMPARED.includes(theme);

/** Whether a view shows another state at all: that of the hours shows one other, and does not count what sets the two apart. */
export const showsOther = ({ theme }: Pick<ViewState, 'theme'>): boolean => isCompared({ theme }) || theme === 'orari';

/** The states that a view can show: the trial where there is one, the proposals where none is made by hand. */
export function choicesOf({ theme, trial }: ViewState): StateChoice[] {
  if (theme === 'prova') return ['oggi', 'prova', 'differenza'];
  if (theme === 'orari') return ['oggi', 'altro'];
  return ['oggi', 'proposte', ...(trial.length > 0 ? (['prova'] as const) : []), 'altro', 'differenza'];
}

/** Which of them it shows. */
export function choiceOf({ theme, colouring, against }: ViewState): StateChoice {
  if (theme === 'prova') return colouring;
  if (theme === 'orari') return against === 'altro' ? against : 'oggi';
  if (against === null) return 'oggi';
  return colouring === 'differenza' ? colouring : against;
}

/** What a view becomes where another of them is chosen; then it shows that one alone. */
export function choosing(choice: StateChoice, state: ViewState): Partial<ViewState> {
  const { theme, against } = state;
  if (theme === 'prova') return choice === 'proposte' || choice === 'altro' ? {} : { colouring: choice, beside: false };
  if (choice === 'oggi') return { against: null, colouring: DEFAULT_VIEW.colouring, beside: false };
  if (choice === 'differenza') return { against: against ?? usual(state), colouring: choice, beside: false };
  return { against: choice, colouring: DEFAULT_VIEW.colouring, beside: false };
}

/** What a view becomes where its two states are laid side by side, or no longer are. */
export function layingBeside(state: ViewState): Partial<ViewState> {
  if (state.beside) return { beside: false };
  if (state.theme === 'orari') return { beside: true, against: 'altro', colouring: DEFAULT_VIEW.colouring };
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
  // The proposals are those of their own view, with the choices that the address keeps.
  if (isCompared(state)) return proposalQuery({ ...state, theme: 'proposte' });
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

/** One of two states of the map. */
export interface Side {
  choice: StateChoice;
  /** `Oggi`, `Con le proposte`, `Al 30/06/2024`. */
  name: string;
  data: ViewData;
  state: ViewState;
}

/** The two states to lay side by side; null where one is shown alone, or is not known yet. */
export function sidesOf(data: ViewData, state: ViewState): [Side, Side] | null {
  const { trial, otherHours } = data;
  if (state.beside && otherHours && otherHours.problem === '')
    return [
      { choice: 'oggi', name: STATE_WORDS.oggi, data: otherHours.today, state },
      { choice: 'altro', name: otherHours.name, data, state },
    ];
  if (!state.beside || !trial?.answer || !trial.today || (data.measure && !trial.measure)) return null;
  const plain = paired({ ...state, colouring: 'prova' });
  const own: Side = { choice: trial.by, name: trial.name, data, state: plain };
  const rival = trial.by === 'prova' && trial.rival?.answer ? rivalSide(trial.today, trial.rival, plain) : null;
  return rival ? [own, rival] : [{ choice: 'oggi', name: STATE_WORDS.oggi, data: trial.today, state: plain }, own];
}

const rivalSide = (today: ViewData, { changes, answer }: RivalData, state: ViewState): Side => ({
  choice: 'proposte',
  name: STATE_WORDS.proposte,
  data: withTrial(today, changes, answer, 'proposte'),
  state,
});

/** Of the journeys of an area only the mean is known on both sides. */
export const paired = (state: ViewState): ViewState =>
  state.theme === 'misure' ? state : { ...state, statistic: 'media' };

/** The other state in words, by what sets it apart: `Al 30/06/2024, sedi note`. */
export function otherName({ date, sedi, rules }: OtherState): string {
  const words = [
    ...(date === null ? [] : [OTHER_WORDS.onDay(date)]),
    ...(sedi === null ? [] : [OTHER_WORDS.withSedi(sedi)]),
    ...(rules === null ? [] : [OTHER_WORDS.withRules(rules)]),
  ].join(', ');
  return words === '' ? STATE_WORDS.altro : words.charAt(0).toUpperCase() + words.slice(1);
}
