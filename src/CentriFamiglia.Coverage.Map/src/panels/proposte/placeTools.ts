import { type Knobs, type PlaceListName, withPlace } from '../../api/proposalKnobs';
import { el } from '../../drawing/dom';
import type { Change } from '../../state/viewState';
import { HERE_AGAIN, HERE_ANYHOW, NOT_ANYHOW, NOT_HERE, NOT_ONLY_HERE, ONLY_HERE } from '../../text/proposalWords';

/** In the sheet of a comune: whether the search may propose a sede there, or only there. */
export function placeTools(code: string, knobs: Knobs, change: Change): HTMLElement {
  const button = (list: PlaceListName, add: string, remove: string) => {
    const isIn = knobs[list].includes(code);
    const press = () => change({ knobs: withPlace(knobs, list, code, !isIn) });
    return el(
      'button',
      { type: 'button', id: `qui-${list}`, class: 'quiet-button', onclick: press },
      isIn ? remove : add,
    );
  };
  return el(
    'div',
    { class: 'trial-tools' },
    button('notIn', NOT_HERE, HERE_AGAIN),
    button('onlyIn', ONLY_HERE, NOT_ONLY_HERE),
    button('fixed', HERE_ANYHOW, NOT_ANYHOW),
  );
}
