import { expect, it } from 'vitest';
import { named, networkWords } from '../../src/text/names';

it.each([
  ['Rete Valle Trompia', 'BS04', 'Rete Valle Trompia, BS04'],
  [null, 'BS04', 'BS04'],
  ['Rete dimostrativa Desio BR01', 'BR01', 'Rete dimostrativa Desio BR01'],
  [undefined, null, null],
])('the name %s and the id %s stand together: %s', (name, id, words) => {
  expect(named(name, id)).toBe(words);
});

it('a network that there is not yet is told by its Hub', () => {
  const names = new Map([
    ['BS04', 'Rete Valle Trompia'],
    ['nuova:016012', 'la nuova rete di Ardesio'],
  ]);
  expect(['BS04', 'BS09', 'nuova:016012', 'nuova:1', null].map((id) => networkWords(id, names))).toEqual([
    'Rete Valle Trompia, BS04',
    'BS09',
    'la nuova rete di Ardesio',
    'una nuova rete',
    null,
  ]);
});
