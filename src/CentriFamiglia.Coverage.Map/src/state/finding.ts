import { levelsOf } from '../domain/levels';
import type { Place } from '../domain/places';
import type { Selection, ViewState } from './viewState';

/** The change that opens the sheet of a place: another level, view or ATS only where the sheet is not in the one in use. */
export function opening(place: Pick<Place, 'kind' | 'code' | 'ats'>, state: ViewState): Partial<ViewState> {
  const { kind, code, ats } = place;
  const isElsewhere = state.ats !== null && ats !== null && ats !== state.ats;
  return {
    ...levelOf(kind, state),
    ...(isElsewhere ? { ats } : {}),
    selection: { kind, code },
  };
}

function levelOf(kind: Selection['kind'], { theme, level }: ViewState): Partial<ViewState> {
  if (kind !== 'ambito' && kind !== 'distretto' && kind !== 'ats') return {};
  // Where comuni are shown the sheets are those of their Ambiti.
  if (kind === level || (kind === 'ambito' && level === 'comune')) return {};
  return levelsOf(theme).includes(kind) ? { level: kind } : { theme: 'copertura', level: kind };
}
