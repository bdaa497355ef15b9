import { expect, it } from 'vitest';
import { measureTitle } from '../../src/text/measureWords';

it.each([
  ['nearest', 'minuti', 'Minuti alla sede più vicina'],
  ['cumulative', 'sedi', 'Sedi entro il limite'],
  ['e2sfca', 'sedi_per_1000_residenti', 'E2SFCA, sedi per 1.000 residenti'],
  ['gravity', 'sedi_pesate', 'Gravità, sedi pesate'],
  ['gravity', 'altra_unita', 'Gravità, altra unita'],
] as const)('the measure %s in %s is called «%s»', (measure, unit, words) => {
  expect(measureTitle(measure, unit)).toBe(words);
});
