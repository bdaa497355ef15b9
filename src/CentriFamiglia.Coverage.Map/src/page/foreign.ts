import { byId } from '../drawing/dom';
import { foreignAts, inOwnScope } from '../state/ownScope';
import { fromAddress } from '../state/permalink';
import type { ViewState } from '../state/viewState';
import { ACCOUNT } from '../text/accountWords';
import { atsWords } from '../text/atsNames';

/** The view that the address asks for; where it is of an ATS which this account does not read, that is said. */
export function askedView(): ViewState {
  const link = fromAddress(location);
  sayForeign(link);
  return link;
}

/**
 * Says that a link is of an ATS which this account does not read, and what is shown in its place; until the view is changed.
 * @param link The view that the link asks for; null for none.
 */
export function sayForeign(link: ViewState | null): void {
  const asked = link && foreignAts(link);
  const shown = link && inOwnScope(link).ats;
  const box = byId('altra-ats');
  box.hidden = !asked || !shown;
  box.textContent = asked && shown ? ACCOUNT.foreign(atsWords(asked), atsWords(shown)) : '';
}
