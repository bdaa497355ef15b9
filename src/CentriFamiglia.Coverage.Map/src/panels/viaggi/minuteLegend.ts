import { plain } from '../../drawing/paint';
import { TOLERATED_SHARE_PCT } from '../../drawing/painting';
import { swatch } from '../../drawing/patterns';
import { BEYOND_LIMIT, PALE, UNREACHABLE } from '../../drawing/styles';
import type { ViewData } from '../../state/viewData';
import type { ViewState } from '../../state/viewState';
import { criterionWords } from '../../text/bandWords';
import { LEGEND } from '../../text/legendWords';
import { entry } from '../shared/parts';

/** The classes of the minutes, the lines of the criterion, and what cannot be reached. */
export function minuteEntries(data: ViewData, state: ViewState): HTMLElement[] {
  const beyond = state.level === 'comune' ? LEGEND.beyondClass : LEGEND.beyondShare(TOLERATED_SHARE_PCT);
  return [
    ...data.classes.map((c) => entry(swatch(plain(c.fill)), c.label)),
    entry(swatch({ fill: PALE, ...BEYOND_LIMIT }), beyond, criterionWords(data.provenance.travel.kind === 'stima')),
    entry(swatch(UNREACHABLE), LEGEND.unreachable),
  ];
}
