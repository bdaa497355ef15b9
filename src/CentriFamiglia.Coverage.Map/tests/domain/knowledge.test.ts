import { describe, expect, it } from 'vitest';
import { atLeast, atMost, cureOf, excludedWords, isKnown } from '../../src/domain/knowledge';
import { bounded } from '../../src/domain/measures';
import type { Measure } from '../../src/text/measureWords';

const complete = { elenco_incompleto: false };
const partial = { elenco_incompleto: true };
const nothing = { elenco_incompleto: null };

it('only where the service says nothing of the list is nothing known', () => {
  expect([complete, partial, nothing].map(isKnown)).toEqual([true, true, false]);
});

describe('a figure of a list that is not complete', () => {
  it('is a bound, and no bound where there is no figure', () => {
    expect([atMost(partial, '12,3 min'), atLeast(partial, '8.913')]).toEqual(['al più 12,3 min', 'almeno 8.913']);
    expect([atMost(complete, '12,3 min'), atMost(nothing, '–'), atMost(partial, '–'), atMost(undefined, '5')]).toEqual([
      '12,3 min',
      '–',
      '–',
      '5',
    ]);
  });

  it.each<[Measure, string]>([
    ['nearest', 'al più 5'],
    ['third', 'al più 5'],
    ['cumulative', 'almeno 5'],
    ['gravity', 'almeno 5'],
    ['2sfca', 'almeno 5'],
    ['e2sfca-gaussiana', 'almeno 5'],
    // Where sedi compete for the same residents one more may take from some and give to others.
    ['bfca', '5'],
    ['spatial-availability', '5'],
    ['3sfca', '5'],
    ['m2sfca', 'almeno 5'],
  ])('of the measure %s reads «%s»', (measure, words) => {
    expect(bounded(measure, partial, '5')).toBe(words);
    expect(bounded(measure, complete, '5')).toBe('5');
  });
});

it.each([
  [7298412, 1400, 'Esclusi 7,3 milioni di residenti di 1.400 comuni: sedi non note.'],
  [8913, 12, 'Esclusi 8.913 residenti di 12 comuni: sedi non note.'],
  [999999, 2, 'Esclusi 999.999 residenti di 2 comuni: sedi non note.'],
  [1, 1, 'Esclusi 1 residente di 1 comune: sedi non note.'],
  [0, 0, null],
])('%i residents of %i comuni that no total counts: %s', (residents, comuni, words) => {
  expect(excludedWords({ residents, comuni })).toBe(words);
});

describe('where nothing is known', () => {
  it('of an empty set, the command and the other way are said', () => {
    expect(cureOf({ name: 'mie', active: 0 }, null)).toEqual({
      why: 'L’insieme di sedi «Le mie» non contiene sedi attive: non c’è nulla da giudicare.',
      command: 'coverage import FILE --sedi mie --completo ATS',
      other: 'Oppure scegliere un altro insieme di sedi, sopra la mappa.',
    });
  });

  it('of one ATS, the ATS is named', () => {
    const { why, command } = cureOf({ name: 'mie', active: 24 }, 'Val Padana');
    expect(why).toBe(
      'L’insieme di sedi «Le mie» non dice nulla delle sedi dell’ATS della Val Padana: non si può giudicare.',
    );
    expect(command).toBe('coverage import FILE --sedi mie --completo "Val Padana"');
  });
});
