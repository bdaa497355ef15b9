import { expect, it } from 'vitest';
import type { MeasureData, MeasureItem } from '../../src/state/measureData';
import { countShifts, measurePairs } from '../../src/state/measureShift';
import type { Measure } from '../../src/text/measureWords';
import { view } from '../examples/views';

const item = (code: string, value: number | null, own: Partial<MeasureItem> = {}): MeasureItem => ({
  code,
  name: code,
  within: null,
  ats: 'Pavia',
  residents: 1,
  comuni: 1,
  value,
  reason: null,
  elenco_incompleto: false,
  p90: null,
  without: null,
  ...own,
});

const measured = (measure: Measure, ...items: MeasureItem[]): MeasureData => {
  const all = new Map(items.map((each) => [each.code, each]));
  return { measure, unit: '', items: { media: all, mediana: all }, indices: [], reach: new Map(), warnings: [] };
};

it.each([
  ['nearest', 12, 10, 'meglio'],
  ['nearest', 12, 15, 'peggio'],
  ['gravity', 1.5, 2, 'meglio'],
  ['gravity', 1.5, 1, 'peggio'],
  ['gravity', 1.5, 1.5, 'uguale'],
  ['nearest', null, 10, 'ignoto'],
  ['nearest', null, null, 'uguale'],
] as const)('%s from %s to %s is %s', (measure, before, after, shift) => {
  const pairs = measurePairs(measured(measure, item('a', before)), measured(measure, item('a', after)), view());
  expect(pairs.get('a')?.shift).toBe(shift);
});

it('what is not known on one side, or is not there, is not compared', () => {
  const today = measured('nearest', item('a', 10), item('b', 10), item('c', 10, { ats: 'Brescia' }));
  const other = measured('nearest', item('a', 8, { elenco_incompleto: null }), item('c', 8));
  expect(countShifts(today, other, view())).toEqual({ meglio: 1, uguale: 0, peggio: 0, ignoto: 2 });
  expect(countShifts(today, other, view({ ats: 'Pavia' }))).toEqual({ meglio: 0, uguale: 0, peggio: 0, ignoto: 2 });
});
