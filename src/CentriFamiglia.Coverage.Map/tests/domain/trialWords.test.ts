import { describe, expect, it } from 'vitest';
import type { TrialTotals } from '../../src/api/trialRows';
import { figurePairs, fundSentence } from '../../src/domain/trialWords';
import { answer, totals } from '../examples/trials';

it.each<[number | null, number | null, number, string]>([
  [800000, 800000, 0, 'del Fondo restano 800.000,00 €'],
  [800000, 750000, 1, 'del Fondo restano 800.000,00 € → 750.000,00 €'],
  [800000, null, 1, 'del Fondo restano 800.000,00 €, meno lo Spoke in più, di costo non indicato'],
  [800000, null, 2, 'del Fondo restano 800.000,00 €, meno 2 Spoke in più, di costo non indicato'],
  [null, null, 0, 'quanto resta del Fondo non è noto'],
  [null, null, 2, 'quanto resta del Fondo non è noto'],
  [null, 750000, 0, 'del Fondo restano 750.000,00 €; oggi non è noto quanto'],
])('of a fund with %s free, then %s, and %s Spokes more', (libero_eur_prima, libero_eur_dopo, spoke_in_piu, words) => {
  const fund = { ats: 'Pavia', libero_eur_prima, libero_eur_dopo, spoke_in_piu };
  expect(fundSentence(fund)).toBe(`ATS di Pavia: ${words}.`);
});

describe('the figures to read first', () => {
  const figures = (own: Partial<TrialTotals>, incomplete: boolean | null, before: Partial<TrialTotals> = {}) => {
    const said = answer({ before: { ...totals, ...before }, after: { ...totals, ...own } });
    return figurePairs(said, { elenco_incompleto: incomplete }).map(({ label, figure, note }) => [label, figure, note]);
  };

  it('are pairs where they change', () => {
    expect(figures({ quota_entro_limite_pct: 91, residenti_oltre_limite: 20800 }, false)).toEqual([
      ['Entro il limite', '90,0 % → 91,0 %', 'dei residenti'],
      ['Residenti oltre il limite', '22.800 → 20.800', '−2.000'],
      ['Ambiti con una sede', '71', 'senza: 20'],
      ['Viaggio medio', '22,0 min', 'alla sede più vicina'],
      ['Fondo libero', '1,0 mln €', 'dopo i contributi delle reti'],
    ]);
  });

  it('say what they leave out, and are bounds where the list is not complete', () => {
    const partly = { residenti_esclusi: 7298412, ambiti_non_caricati: 60 };
    const after = { residenti_esclusi: 900000, ambiti_non_caricati: 59, minuti_medi: 18.5 };
    expect(figures(after, true, partly).slice(0, 5)).toEqual([
      ['Entro il limite', 'almeno 90,0 %', 'dei residenti contati'],
      ['Residenti oltre il limite', 'al più 22.800', ''],
      ['Ambiti con una sede', '71', 'senza: 20; non noti: 60 → 59'],
      ['Viaggio medio', 'al più 22,0 min → 18,5 min', ''],
      ['Esclusi: sedi non note', '7,3 mln → 900.000', 'residenti che nessuna cifra conta'],
    ]);
  });

  it('have no bound before where nothing was known', () => {
    const nothing = { minuti_medi: null, residenti_oltre_limite: null, quota_entro_limite_pct: null };
    const minutes = figures({}, null, nothing)[3];
    expect(minutes).toEqual(['Viaggio medio', '– → al più 22,0 min', '']);
    expect(figures(nothing, null, nothing)[3]?.[1]).toBe('–');
  });
});
