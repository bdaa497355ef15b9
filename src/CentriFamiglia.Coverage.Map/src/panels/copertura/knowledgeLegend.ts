import { BOUNDS_MEANING, isKnown } from '../../domain/knowledge';
import { el } from '../../drawing/dom';
import { swatch } from '../../drawing/patterns';
import { VERDICT_PAINTS } from '../../drawing/styles';
import { colouredRows } from '../../state/trialView';
import type { ViewData } from '../../state/viewData';
import { isInScope, type ViewState } from '../../state/viewState';
import { BOUND_WORDS } from '../../text/knowledgeWords';
import { VERDICT_WORDS } from '../../text/words';
import { entry } from '../shared/parts';

/** What is not known, and what a bound means, where the view has either: the same in every view. */
export function knowledgeEntries(data: ViewData, state: ViewState): HTMLElement[] {
  const { areas, comuni } = colouredRows(data, state);
  const rows = [...areas, ...comuni].filter((row) => isInScope(state, row));
  const { label, meaning } = VERDICT_WORDS.NON_CARICATO;
  return [
    ...(rows.some((row) => !isKnown(row)) ? [entry(swatch(VERDICT_PAINTS.NON_CARICATO), label, meaning)] : []),
    ...(rows.some((row) => row.elenco_incompleto)
      ? [el('li', {}, el('small', {}, BOUND_WORDS.both(BOUNDS_MEANING)))]
      : []),
  ];
}
