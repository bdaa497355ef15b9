import { isKnown } from '../../domain/knowledge';
import { bounded } from '../../domain/measures';
import { el } from '../../drawing/dom';
import type { MeasureData } from '../../state/measureData';
import { MEASURE_WORDS, unitWords } from '../../text/measureWords';
import { formatValue } from '../../text/numbers';
import { facts, notKnown } from '../shared/parts';

/** The value of the measure in the comune or the area of this code. */
export function measureFacts(code: string, measure: MeasureData): HTMLElement[] {
  const [mean, median] = [measure.items.media.get(code), measure.items.mediana.get(code)];
  if (!mean || !median) return [];
  if (!isKnown(mean)) return [el('h3', {}, MEASURE_WORDS[measure.measure].name), notKnown()];
  const value = (v: number | null) =>
    v === null ? 'senza valore' : bounded(measure.measure, mean, `${formatValue(v)} ${unitWords(measure.unit)}`);
  return [
    el('h3', {}, MEASURE_WORDS[measure.measure].name),
    facts(
      mean === median
        ? [['Valore', value(mean.value)]]
        : [
            ['Mediana dei residenti', value(median.value)],
            ['Media dei residenti', value(mean.value)],
          ],
    ),
    ...(mean.reason ? [el('p', {}, mean.reason)] : []),
  ];
}
