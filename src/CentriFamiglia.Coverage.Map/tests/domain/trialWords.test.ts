import { expect, it } from 'vitest';
import { fundSentence } from '../../src/domain/trialWords';

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
