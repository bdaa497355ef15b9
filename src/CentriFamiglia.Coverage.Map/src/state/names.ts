import type { TableAnswer } from '../api/apiClient';
import { asTexts } from '../api/meta';
import type { SiteSetRow } from '../api/rows';
import { findAts } from '../text/atsNames';
import { SET_NAMES } from '../text/words';
import type { ViewState } from './viewState';

/** Thrown when an address names an ATS or a set of sedi that there is not. */
export class UnknownName extends Error {
  constructor(
    readonly parameter: 'ats' | 'sedi',
    readonly given: string,
    readonly choices: string[],
  ) {
    super(`${parameter}: ${given}`);
  }
}

/** Whether a state names what only the service knows to be there. */
export const namesSomething = ({ ats, sedi }: Pick<ViewState, 'ats' | 'sedi'>): boolean =>
  ats !== null || sedi !== null;

/** The state with the ATS and the set of sedi as the data write them, however the address does; the same state where it already does. */
export function withKnownNames(state: ViewState, { meta, rows }: TableAnswer<SiteSetRow>): ViewState {
  const sets = [...new Set([...SET_NAMES, ...rows.map((row) => row.insieme)])];
  const ats = known('ats', state.ats, asTexts(meta['ats']), findAts);
  const sedi = known('sedi', state.sedi, sets, (text, names) => names.find((name) => isSame(name, text)) ?? null);
  return ats === state.ats && sedi === state.sedi ? state : { ...state, ats, sedi };
}

function known(
  parameter: 'ats' | 'sedi',
  text: string | null,
  names: string[],
  find: (text: string, names: readonly string[]) => string | null,
): string | null {
  if (text === null) return null;
  const name = find(text, names);
  if (name === null) throw new UnknownName(parameter, text, names);
  return name;
}

const isSame = (a: string, b: string): boolean => a.toLowerCase() === b.trim().toLowerCase();
