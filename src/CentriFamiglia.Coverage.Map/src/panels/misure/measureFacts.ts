import { isKnown } from '../../domain/knowledge';
import { bounded, measureFigure } from '../../domain/measures';
import { pair } from '../../domain/trialWords';
import { el } from '../../drawing/dom';
import type { MeasureData } from '../../state/measureData';
import { LABEL, SAID } from '../../text/labels';
import { MEASURE_WORDS, unitWords } from '../../text/measureWords';
import { SHEET } from '../../text/sheetWords';
import type { Statistic } from '../../text/viewWords';
import { facts, notKnown } from '../shared/parts';

/**
 * The value of the measure in the comune or the area of this code.
 * @param other The same in the other state; null where one is shown alone.
 */
export function measureFacts(code: string, measure: MeasureData, other: MeasureData | null = null): HTMLElement[] {
  const [mean, median] = [measure.items.media.get(code), measure.items.mediana.get(code)];
  if (!mean || !median) return [];
  if (!isKnown(mean)) return [el('h3', {}, MEASURE_WORDS[measure.measure].name), notKnown()];
  const one = (v: number | null) =>
    v === null
      ? SAID.noValue
      : bounded(measure.measure, mean, `${measureFigure(measure.measure, v)} ${unitWords(measure.unit)}`);
  const value = (v: number | null, statistic: Statistic) =>
    other ? pair(one(v), one(other.items[statistic].get(code)?.value ?? null)) : one(v);
  return [
    el('h3', {}, MEASURE_WORDS[measure.measure].name),
    facts(
      mean === median
        ? [[LABEL.value, value(mean.value, 'media')]]
        : [
            [SHEET.medianOf, value(median.value, 'mediana')],
            [SHEET.meanOf, value(mean.value, 'media')],
          ],
    ),
    ...(mean.reason ? [el('p', { lang: 'it' }, mean.reason)] : []),
  ];
}
