import { rowsOf } from '../../api/apiClient';
import { weightOf } from '../../domain/fragility';
import { el } from '../../drawing/dom';
import type { FragilityData } from '../../state/viewData';
import { isInScope, type ViewState } from '../../state/viewState';
import { atsWords } from '../../text/atsNames';
import { OVERVIEW } from '../../text/legendWords';
import { note } from '../shared/parts';

/** How many sedi change nothing, and how the figures are to be read. */
export function fragilityOverview({ sites }: FragilityData, state: ViewState): HTMLElement[] {
  const rows = rowsOf(sites).filter((row) => isInScope(state, row));
  const none = rows.filter((row) => weightOf(row) === 'nulla').length;
  return [el('p', {}, OVERVIEW.harmless(none)), note(OVERVIEW.oneAtATime), note(whoseWords(state))];
}

const whoseWords = ({ ats, count }: ViewState): string =>
  ats === null
    ? OVERVIEW.wholeRegion
    : count === 'tutte'
      ? OVERVIEW.amongAll(atsWords(ats))
      : OVERVIEW.amongOwn(atsWords(ats));
