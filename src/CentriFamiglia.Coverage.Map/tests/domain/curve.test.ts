import { expect, it } from 'vitest';
import { curveOf } from '../../src/domain/curve';

it('reads the curve out of the columns, in the order of the minutes, as shares of the residents', () => {
  const row = { nome: 'Lecco', residenti_entro_10_minuti: 50, residenti_entro_5_minuti: 20, minuti_p90: 12 };
  expect(curveOf(row, 200)).toEqual([
    { minutes: 5, percent: 10 },
    { minutes: 10, percent: 25 },
  ]);
});

it('gives no curve where the row has none', () => {
  expect(curveOf({ minuti_medi: 3 }, 100)).toEqual([]);
});

it('takes shares as they are, and no residents for no share', () => {
  expect(curveOf({ quota_entro_15_min_pct: 40, residenti_entro_5_minuti: null, altro_entro_5_minuti: 3 }, 0)).toEqual([
    { minutes: 15, percent: 40 },
  ]);
  expect(curveOf({ residenti_entro_5: 10 }, 0)).toEqual([{ minutes: 5, percent: 0 }]);
});
