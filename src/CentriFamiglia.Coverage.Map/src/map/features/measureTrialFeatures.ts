import { isKnown, NOT_KNOWN } from '../../domain/knowledge';
import { bounded, measureFigure } from '../../domain/measures';
import { pair } from '../../domain/trialWords';
import { paintValue } from '../../drawing/painting';
import { NOT_KNOWN as NOT_KNOWN_PAINT, SHIFT_PAINTS, UNREACHABLE } from '../../drawing/styles';
import { type MeasureData, type MeasureItem, measureClasses } from '../../state/measureData';
import { measurePairs } from '../../state/measureShift';
import type { ViewState } from '../../state/viewState';
import { SAID } from '../../text/labels';
import { unitWords } from '../../text/measureWords';
import { MEASURE_SHIFT_WORDS } from '../../text/otherWords';
import type { Description } from './collection';

/** How a comune or an area looks with the measure of the other state, in the classes of today, or by what changes. */
export function measureTrialPainter(
  today: MeasureData,
  other: MeasureData | null,
  limits: readonly number[],
  state: ViewState,
): (code: string) => Description {
  const classes = measureClasses(today, state, limits);
  const pairs = measurePairs(today, other ?? today, state);
  return (code) => {
    const both = pairs.get(code);
    if (!both?.after) return { subtitle: NOT_KNOWN, paint: NOT_KNOWN_PAINT };
    const { before, after, shift } = both;
    const words = pair(valueWords(today, before), valueWords(today, after));
    if (state.colouring === 'differenza')
      return { subtitle: `${words} · ${MEASURE_SHIFT_WORDS[shift].label}`, paint: SHIFT_PAINTS[shift] };
    if (!isKnown(after)) return { subtitle: words, paint: NOT_KNOWN_PAINT };
    return { subtitle: words, paint: after.value === null ? UNREACHABLE : paintValue(after.value, classes) };
  };
}

const valueWords = ({ measure, unit }: MeasureData, item: MeasureItem): string => {
  if (!isKnown(item)) return NOT_KNOWN;
  return item.value === null
    ? SAID.noValue
    : bounded(measure, item, `${measureFigure(measure, item.value)} ${unitWords(unit)}`);
};
