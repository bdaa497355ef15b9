import { describe, expect, it } from 'vitest';
import { atsWords, findAts } from '../../src/text/atsNames';

const ALL = [
  'Bergamo',
  'Brescia',
  'Brianza',
  'Insubria',
  'Milano Città Metropolitana',
  'Montagna',
  'Pavia',
  'Val Padana',
];

describe('an ATS is known', () => {
  it.each([
    ['Brianza', 'Brianza'],
    ['brianza', 'Brianza'],
    ['ATS BRIANZA', 'Brianza'],
    ['ATS della Brianza', 'Brianza'],
    ['Agenzia di Tutela della Salute della Brianza', 'Brianza'],
    ['ats dell’insubria', 'Insubria'],
    ["ATS dell'Insubria", 'Insubria'],
    ['Milano', 'Milano Città Metropolitana'],
    ['ATS della Citta metropolitana di Milano', 'Milano Città Metropolitana'],
    ['milano-citta-metropolitana', 'Milano Città Metropolitana'],
    ['padana', 'Val Padana'],
    ['  val  padana ', 'Val Padana'],
  ])('by «%s» as %s', (text, name) => {
    expect(findAts(text, ALL)).toBe(name);
  });

  it.each(['', 'ATS', 'della salute', 'Lodi', 'Brianza Pavia', 'Bri'])('not by «%s»', (text) => {
    expect(findAts(text, ALL)).toBeNull();
  });

  it('by its own words before any that hold them, and never by words that two hold', () => {
    expect(findAts('milano', ['Milano Nord', 'Milano'])).toBe('Milano');
    expect(findAts('milano', ['Milano Nord', 'Milano Sud'])).toBeNull();
  });
});

it.each([
  ['Montagna', 'ATS della Montagna'],
  ['Insubria', 'ATS dell’Insubria'],
  ['Milano Città Metropolitana', 'ATS della Città Metropolitana di Milano'],
  ['Bergamo', 'ATS di Bergamo'],
  ['Val Padana', 'ATS della Val Padana'],
  ['Lodi', 'ATS Lodi'],
])('%s stands in a sentence as %s', (name, words) => {
  expect(atsWords(name)).toBe(words);
});
