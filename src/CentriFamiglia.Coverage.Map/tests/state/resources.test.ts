import { describe, expect, it } from 'vitest';
import type { BudgetRow } from '../../src/api/rows';
import { totalOf } from '../../src/domain/resources';
import { paintFree } from '../../src/drawing/painting';
import { NOT_KNOWN, OVERSPENT } from '../../src/drawing/styles';
import { describeMoney } from '../../src/map/features/moneyFeatures';
import { headlineOf } from '../../src/state/headline';
import { resourceListing } from '../../src/table/listings/resourceListing';
import { budget, unknownBudget } from '../examples/rows';
import { shown, view } from '../examples/views';

const headline = (rows: BudgetRow[], ats: string | null = null) =>
  headlineOf(
    shown({ budget: rows, resources: new Map(rows.map((row) => [row.ats, row])) }),
    view({ theme: 'risorse', level: 'ats', ats }),
  );

describe('what is left of the fund', () => {
  const rich = { ...budget, ats: 'Milano', disponibile_eur: 5_700_000, libero_eur: 2_150_000 };
  const without = { ...budget, reti_senza_contributo: 1 };

  it.each<[string, BudgetRow[], string | null, string]>([
    ['of all', [budget, rich], null, 'Dei 6,5 milioni di euro disponibili ne restano liberi 2,4 milioni (36,9 %)'],
    [
      'of one ATS',
      [budget, rich],
      'Brescia',
      'Dei 800.000 euro disponibili dell’ATS di Brescia ne restano liberi 250.000 (31,3 %)',
    ],
    [
      'where one contribution is not stated',
      [without],
      null,
      'Dei 800.000 euro disponibili ne restano liberi al più 250.000 (31,3 %)',
    ],
    [
      'where of one ATS nothing is known',
      [budget, unknownBudget],
      null,
      'Dei 1,5 milioni di euro disponibili si sa di 800.000 euro, di 1 ATS su 2: ne restano liberi 250.000 (31,3 %)',
    ],
    [
      'where nothing is known',
      [unknownBudget],
      null,
      'Dei 700.000 euro disponibili non si sa quanto resti libero: i contributi delle reti non sono noti',
    ],
    [
      'where it is exceeded',
      [{ ...budget, libero_eur: -20_000 }],
      null,
      'I contributi indicati superano il disponibile (800.000 euro) di 20.000 euro',
    ],
  ])('is told %s', (_, rows, ats, expected) => expect(headline(rows, ats)).toBe(expected));

  it.each<[string, Partial<BudgetRow>]>([
    ['no network says its contribution', { reti: 3, reti_senza_contributo: 3, libero_eur: 800_000, impegnato_eur: 0 }],
    [
      'an incomplete list holds no network',
      { reti: 0, libero_eur: 800_000, impegnato_eur: 0, elenco_incompleto: true },
    ],
  ])('is not the whole fund where %s', (_, own) => {
    expect(headline([{ ...budget, ...own }])).toBe(
      'Dei 800.000 euro disponibili non si sa quanto resti libero: i contributi delle reti non sono noti',
    );
  });

  it('is the whole fund where a complete list holds no network', () => {
    expect(headline([{ ...budget, reti: 0, libero_eur: 800_000, impegnato_eur: 0 }])).toContain('(100,0 %)');
  });

  it('is summed over the ATS whose networks are known', () => {
    expect(totalOf([budget, unknownBudget])).toMatchObject({
      all: 2,
      known: 1,
      available: 1_500_000,
      knownAvailable: 800_000,
      committed: 550_000,
      free: 250_000,
      isWhole: false,
    });
  });
});

describe('the money of an ATS', () => {
  it('is painted by the share that is free, and never where it is not known', () => {
    expect(paintFree(null)).toBe(NOT_KNOWN);
    expect(paintFree(-3)).toBe(OVERSPENT);
    expect(paintFree(0)).not.toEqual(paintFree(60));
  });

  it('is told under the pointer', () => {
    expect(describeMoney(budget).subtitle).toBe('Libero: 250.000 € (31,3 %)');
    expect(describeMoney(unknownBudget).subtitle).toBe('contributi non noti');
  });

  it('is listed with what is free, or that it is not known', () => {
    const [known, unknown] = resourceListing(shown({ budget: [budget, unknownBudget] })).lines;
    expect(known?.cells.map((cell) => cell.text)).toEqual(
      '31,3 %|800.000 €|570.000 €|230.000 €|550.000 €|250.000 €|–|11|30.000 €|0,80 €'
        .split('|')
        .toSpliced(0, 0, 'Brescia'),
    );
    expect(unknown?.unknown).toBe(true);
    expect(unknown?.cells[1]?.text).toBe('Non noto');
    expect(unknown?.cells[6]?.text).toBe('–');
  });
});
