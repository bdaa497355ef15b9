import { byId } from '../drawing/dom';
import { quietButton } from '../panels/shared/acting';
import { withheld } from '../state/ownScope';
import type { Change, ViewState } from '../state/viewState';
import { ACCOUNT } from '../text/accountWords';
import { pageTitle } from '../text/pageWords';

/** Whether a view has nothing to show to this account: then it says so, and where there is something to read. */
export function isWithheld(state: ViewState, change: Change): boolean {
  const why = withheld(state);
  document.body.classList.toggle('is-withheld', why !== null);
  if (why === null) return false;
  document.body.dataset['map'] = 'ready';
  document.title = pageTitle(state.theme, null);
  byId('titolare').textContent = ACCOUNT[why];
  const go = () => change({ theme: 'decisioni', selection: null });
  byId('titolare-azioni').replaceChildren(...(why !== 'noRole' ? [quietButton(ACCOUNT.toPublished, go)] : []));
  byId('detto').textContent = ACCOUNT[why];
  return true;
}
