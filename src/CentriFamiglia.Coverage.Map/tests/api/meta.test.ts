import { expect, it } from 'vitest';
import { asList, asNumber, asObject, asText, asTexts } from '../../src/api/meta';

it.each([
  [{ a: 1 }, { a: 1 }, '', null, []],
  [null, {}, '', null, []],
  ['12', {}, '12', null, []],
  [0, {}, '', 0, []],
  [undefined, {}, '', null, []],
])('%j is taken for nothing but what it is', (value, object, text, number, list) => {
  expect([asObject(value), asText(value), asNumber(value), asList(value)]).toEqual([object, text, number, list]);
});

it('a list of sentences holds no other thing', () => {
  expect(asTexts(['a', 1, '', null, 'b'])).toEqual(['a', 'b']);
  expect(asTexts('a')).toEqual([]);
});
