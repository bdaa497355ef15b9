import { el } from '../dom';
import { MEASURE_WORDS, unitWords } from '../domain/measures';
import { REACH_STYLES, reachOf } from '../domain/openDoors';
import type { ViewData } from '../state/viewData';
import { formatMinutes, formatValue } from '../text/numbers';
import { facts } from './parts';

/** What the view in use says of a comune or an area, beside what its sheet always says. */
export function placeSection(code: string, data: ViewData): HTMLElement[] {
  return [...measureFacts(code, data), ...openFacts(code, data)];
}

function measureFacts(code: string, { measure }: ViewData): HTMLElement[] {
  const [mean, median] = [measure?.items.media.get(code), measure?.items.mediana.get(code)];
  if (!measure || !mean || !median) return [];
  const value = (v: number | null) => (v === null ? 'senza valore' : `${formatValue(v)} ${unitWords(measure.unit)}`);
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

function openFacts(code: string, { open }: ViewData): HTMLElement[] {
  const row = open?.rows.get(code);
  if (!row) return [];
  return [
    el('h3', {}, 'Una porta aperta nel momento scelto'),
    facts([
      ['Esito', REACH_STYLES[reachOf(row)].label],
      ['Sede aperta più vicina', row.sede_vicina ?? 'nessuna'],
      ['Tempo', row.minuti === null ? 'nessuna raggiungibile' : formatMinutes(row.minuti)],
    ]),
  ];
}
