import { el } from '../../drawing/dom';
import { triedOut } from '../../state/proposalTrial';
import type { ViewData } from '../../state/viewData';
import { type Change, proposalQuery, type ViewState } from '../../state/viewState';
import { SEARCH, TRY_OUT } from '../../text/proposalWords';

/** What can be done with the proposals shown, and whether they are what the view asks for; nothing in another view. */
export function proposalActs(
  { proposals, suggestions, ...rest }: ViewData,
  state: ViewState,
  change: Change,
): HTMLElement[] {
  if (state.theme !== 'proposte' || !proposals) return [];
  const data = { ...rest, proposals, suggestions };
  const isOther = JSON.stringify(proposals.query) !== JSON.stringify(proposalQuery(state));
  const tryOut = () => change({ theme: 'prova', trial: triedOut(data, state.trial), selection: null });
  return [
    ...(isOther ? staleTags() : []),
    ...(suggestions.features.length > 0
      ? [el('button', { type: 'button', id: 'porta-in-prova', class: 'quiet-button', onclick: tryOut }, TRY_OUT)]
      : []),
  ];
}

/** What is shown was asked for otherwise: another answer is on its way, or is not. */
const staleTags = (): HTMLElement[] => [
  el('span', { class: 'stale-tag is-sought' }, SEARCH.stale),
  el('span', { class: 'stale-tag is-left' }, SEARCH.left),
];
