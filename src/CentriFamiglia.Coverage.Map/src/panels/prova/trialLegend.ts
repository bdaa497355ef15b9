import { swatch } from '../../drawing/patterns';
import { SHIFT_PAINTS } from '../../drawing/styles';
import { SHIFT_WORDS, SHIFTS } from '../../text/viewWords';
import { entry } from '../shared/parts';

/** What a trial changes. */
export const shiftEntries = (): HTMLElement[] =>
  SHIFTS.map((shift) => entry(swatch(SHIFT_PAINTS[shift]), SHIFT_WORDS[shift].label, SHIFT_WORDS[shift].meaning));
