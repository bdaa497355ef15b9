import { ownAts } from '../api/account';
import type { Place } from '../domain/places';
import type { ViewState } from '../state/viewState';
import { elsewhereWords } from '../text/findWords';
import { EMPTY_LIST } from '../text/pageWords';
import type { Listing } from './listings/cells';
import type { ListView } from './listView';

/** Why a list shows no line, and the change that would. */
export interface EmptyList {
  why: string;
  mend: { label: string; change: Partial<ViewState> } | null;
  /** What the search names, where the list does not hold it. */
  place?: Place;
}

/**
 * @param elsewhere What a text names outside the list.
 * @returns Null where the list has lines.
 */
export function emptyList(
  listing: Listing,
  view: ListView,
  state: ViewState,
  elsewhere: (search: string) => Place | null = () => null,
): EmptyList | null {
  if (view.lines.length > 0) return null;
  const search = state.search.trim();
  if (view.total > 0 && search !== '') {
    const place = elsewhere(search);
    return {
      why: place ? elsewhereWords(place) : EMPTY_LIST.search(search),
      mend: { label: EMPTY_LIST.clearSearch, change: { search: '' } },
      ...(place ? { place } : {}),
    };
  }
  if (state.theme === 'rilievi' && (state.outcome !== null || state.rule !== null))
    return {
      why: EMPTY_LIST.filters,
      mend: { label: EMPTY_LIST.clearFilters, change: { outcome: null, rule: null } },
    };
  if (view.total > 0 && state.ats !== null && ownAts() === null)
    return { why: EMPTY_LIST.ats(state.ats), mend: { label: EMPTY_LIST.clearAts, change: { ats: null } } };
  return { why: listing.nothing ?? EMPTY_LIST.nothing, mend: null };
}
