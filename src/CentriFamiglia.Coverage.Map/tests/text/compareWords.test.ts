import { expect, it } from 'vitest';
import { besideWords, spokenPair } from '../../src/text/compareWords';

it.each([
  ['96,5 % → 99,0 %', 96.5, 99.04, 'da 96,5 % a 99,0 %, aumenta'],
  ['9,7 min → 9,0 min', 9.67, 8.95, 'da 9,7 min a 9,0 min, diminuisce'],
  ['96,5 %', 96.5, 96.5, '96,5 %, come oggi'],
  ['– → 22,0 min', null, 22, 'da – a 22,0 min'],
])('of the pair %s, from %s to %s, is read «%s»', (figure, from, to, words) => {
  expect(spokenPair(figure, from, to)).toBe(words);
});

it('what lies on each side of the divider is said', () => {
  expect(besideWords('Oggi', 'Con le proposte')).toBe('a sinistra oggi, a destra con le proposte');
});
