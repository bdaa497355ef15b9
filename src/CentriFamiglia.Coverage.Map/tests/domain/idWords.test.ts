import { expect, it } from 'vitest';
import { inWords, siteNames } from '../../src/domain/idWords';
import { site } from '../examples/rows';

const names = siteNames([
  { ...site, site_id: 'BS01-H', name: 'Hub di Brescia' },
  { ...site, site_id: 'BR02-S3', name: 'Spoke di Erba' },
]);

it.each([
  ['1 sede attiva all’interno: 1 Hub (BS01-H).', '1 sede attiva all’interno: 1 Hub (Hub di Brescia).'],
  ['mancano gli orari di BR02-S3.', 'mancano gli orari di Spoke di Erba.'],
  ['Si unisce alla rete BS01, il cui Hub BS01-H è a 12 minuti.', 'Si unisce alla rete BS01, il cui Hub è a 12 minuti.'],
  ['La regola R8 della D.G.R. XII/1507.', 'La regola R8 della D.G.R. XII/1507.'],
])('«%s» is read as «%s»', (text, words) => expect(inWords(text, names)).toBe(words));
