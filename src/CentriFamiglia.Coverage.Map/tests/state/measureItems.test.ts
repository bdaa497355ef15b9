import { describe, expect, it } from 'vitest';
import type { AreaMeasureRow, ComuneMeasureRow, ReachRow } from '../../src/api/measureRows';
import { itemsOf, measureClasses, shownItems } from '../../src/state/measureData';
import { measureDataOf } from '../../src/state/measureItems';
import { view } from '../examples/views';

const row = { residenti: 10, unita: 'minuti', viaggio: 'stima', fonte_stato: 'listed', dimostrativo: false } as const;
const area = (codice: string, ats: string, media: number | null, mediana: number | null): AreaMeasureRow => ({
  ...row,
  codice,
  nome: codice,
  ats,
  comuni: 3,
  media,
  mediana,
  p90: 40,
  residenti_senza_accesso: 1,
  elenco_incompleto: false,
});
const comune: ComuneMeasureRow = {
  ...row,
  pro_com_t: '098031',
  comune: 'Lodi',
  ambito: 'Lodi',
  ats: 'Milano',
  valore: null,
  motivo: 'isolato',
  elenco_incompleto: false,
};
const reach = (nome: string, minuti: number): ReachRow => ({
  nome,
  minuti,
  residenti_entro: 1,
  quota_residenti_entro_pct: 1,
  comuni_entro: 1,
  quota_comuni_entro_pct: 1,
  elenco_incompleto: false,
});
const measured = (
  rows: (AreaMeasureRow | ComuneMeasureRow)[],
  meta = {},
  curves: [ReachRow[], ReachRow[]] = [[], []],
) => measureDataOf({ measure: 'nearest' }, { meta, rows }, curves);

describe('the values of a measure', () => {
  it('of areas are one by mean and one by median', () => {
    const data = measured([area('lodi', 'Milano', 22, 4)]);
    expect(data.items.media.get('lodi')).toMatchObject({ value: 22, p90: 40, without: 1, comuni: 3, within: null });
    expect(data.items.mediana.get('lodi')?.value).toBe(4);
    expect(itemsOf(data, view({ statistic: 'media' })).get('lodi')?.value).toBe(22);
    expect(data.unit).toBe('minuti');
  });

  it('of comuni are the same, with why there is none', () => {
    const { items } = measured([comune]);
    expect(items.media.get('098031')).toEqual({
      code: '098031',
      name: 'Lodi',
      within: 'Lodi',
      ats: 'Milano',
      residents: 10,
      comuni: 1,
      value: null,
      reason: 'isolato',
      elenco_incompleto: false,
      p90: null,
      without: null,
    });
    expect(items.mediana).toEqual(items.media);
  });

  it('of nothing have no unit', () => {
    expect(measured([]).unit).toBe('');
  });

  it('are shown of the ATS chosen', () => {
    const data = measured([area('lodi', 'Milano', 22, 4), area('pavia', 'Pavia', 30, 5)]);
    expect(shownItems(data, view({ ats: 'Pavia' })).map((i) => i.code)).toEqual(['pavia']);
    expect(shownItems(data, view())).toHaveLength(2);
  });
});

describe('the classes of a measure', () => {
  const data = measured(
    [1, 2, 3, 4, 5, 6].map((v) => area(String(v), v === 6 ? 'Pavia' : 'Milano', v, v === 1 ? null : v)),
  );

  it('are fixed by the limits, or quantiles of what is shown', () => {
    const bounds = (classing: 'fisse' | 'quantili', ats: string | null = null) =>
      measureClasses(data, view({ classing, ats, statistic: 'media' }), [20]).map((c) => c.upTo);
    expect(bounds('fisse')).toEqual([5, 10, 20, null]);
    expect(bounds('quantili')).toEqual([2, 3, 4, 5, null]);
    expect(bounds('quantili', 'Milano')).toEqual([1, 2, 3, 4, null]);
    expect(bounds('quantili', 'Pavia')).toEqual([null]);
  });

  it('leave out what has no value', () => {
    expect(measureClasses(data, view({ classing: 'quantili' }), []).map((c) => c.upTo)).toEqual([2, 3, 4, 5, null]);
  });
});

it('the curves are the region’s under no name, and each ATS’s under its own', () => {
  const { reach: curves } = measured([], {}, [
    [reach('Lombardia', 5), reach('Lombardia', 10)],
    [reach('Pavia', 5), reach('Milano', 5), reach('Pavia', 10)],
  ]);
  expect([...curves].map(([name, rows]) => [name, rows.map((r) => r.minuti)])).toEqual([
    ['', [5, 10]],
    ['Pavia', [5, 10]],
    ['Milano', [5]],
  ]);
});

it('the indices are named, and those that are not given have no value', () => {
  const { indices, warnings } = measured([], {
    indici: { gini: 0.3, theil: 'x', theil_tra_ambiti: 0.1 },
    avvertenze: ['a'],
  });
  expect(indices).toEqual([
    ['Gini', 0.3],
    ['Theil', null],
    ['Theil, fra gli Ambiti', 0.1],
    ['Theil, dentro gli Ambiti', null],
  ]);
  expect(warnings).toEqual(['a']);
});
