import { byId } from '../drawing/dom';
import { SearchLine } from '../panels/proposte/searchLine';
import type { SearchStatus } from '../state/searchStatus';
import type { Answers } from './answers';

/** Shows beside the choices how far the search for the proposals is, and hands on what the user wants of it. */
export function searchLine(answers: () => Answers): (status: SearchStatus) => void {
  const line = new SearchLine({ stop: () => answers().search.stop(), again: () => answers().searchAgain() });
  byId('scelte').append(line.element);
  return (status) => line.show(status);
}
