import { account, may, ownAts } from '../api/account';
import { findAts } from '../text/atsNames';
import { DEFAULT_VIEW, type ViewState } from './viewState';

/** Roles that read the figures of their own ATS: where they do not, it is not known which that is. */
const OF_ONE_ATS = ['pianificatore', 'cabina'];

/** A view as the account reads it: of its own ATS, where it reads one alone. */
export function inOwnScope(state: ViewState): ViewState {
  const own = ownAts();
  const [first] = own ?? [];
  if (!own || first === undefined) return state;
  const ats = (state.ats && findAts(state.ats, own)) || first;
  return ats === state.ats ? state : { ...state, ats };
}

/** The ATS that a link is of, where the account reads others alone; null where it reads it. */
export function foreignAts({ ats }: Pick<ViewState, 'ats'>): string | null {
  const own = ownAts() ?? [];
  return ats !== null && own.length > 0 && findAts(ats, own) === null ? ats : null;
}

/** The view that the page opens with: where only what is published is read, that. */
export const opening = (state: ViewState): ViewState =>
  withheld(state) === 'published' && state.theme === DEFAULT_VIEW.theme
    ? { ...state, theme: 'decisioni' }
    : inOwnScope(state);

/** Why a view has nothing to show to this account; null where it has. */
export function withheld({ theme }: Pick<ViewState, 'theme'>): 'noRole' | 'noAts' | 'published' | null {
  if (may('leggere_cifre')) return null;
  if (!may('leggere_pubblicato')) return account().access === 'fatto' ? 'noRole' : null;
  if (theme === 'decisioni') return null;
  return OF_ONE_ATS.some((role) => account().roles.includes(role)) ? 'noAts' : 'published';
}
