import { rowsOf } from '../../api/apiClient';
import { SITE_MARKERS } from '../../drawing/markerStyles';
import { markerCanvas } from '../../drawing/markers';
import { pinCanvas } from '../../drawing/pins';
import { isMixed } from '../../state/siteKinds';
import type { ViewData } from '../../state/viewData';
import { showsSuggestions, type ViewState } from '../../state/viewState';
import { MADE_UP_SITES } from '../../text/mapWords';
import { ROLE_WORDS, SITE_ROLES, SUGGESTION_KINDS, SUGGESTION_WORDS } from '../../text/words';
import { entry } from '../shared/parts';

/** In the place of the number that each pin has. */
const ANY_NUMBER = 'N';

/** The markers of the sedi and of the proposals that the map shows. */
export function markerEntries(data: ViewData, state: ViewState): HTMLElement[] {
  const roles = new Set(rowsOf(data.sites).map((row) => row.role));
  const kinds = new Set(rowsOf(data.suggestions).map((row) => row.tipo));
  const sites = rowsOf(data.sites);
  const madeUp = state.showSites && isMixed(sites, data.trial) ? sites.find((row) => row.dimostrativo) : undefined;
  return [
    ...SITE_ROLES.filter((role) => state.showSites && roles.has(role)).map((role) =>
      entry(markerCanvas(SITE_MARKERS[role]), ROLE_WORDS[role]),
    ),
    ...(madeUp ? [entry(markerCanvas({ ...SITE_MARKERS[madeUp.role], madeUp: true }), MADE_UP_SITES)] : []),
    ...SUGGESTION_KINDS.filter((kind) => showsSuggestions(state) && kinds.has(kind)).map((kind) =>
      entry(pinCanvas(kind, ANY_NUMBER), SUGGESTION_WORDS[kind].label),
    ),
  ];
}
