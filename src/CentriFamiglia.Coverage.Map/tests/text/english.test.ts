import { describe, expect, it } from 'vitest';
import {
  atsWords,
  counted,
  coverageHeadline,
  findingHeadline,
  formatDate,
  formatEuro,
  formatExact,
  formatMillions,
  formatPercent,
  openHeadline,
  resourceHeadline,
  travelHeadline,
  VERDICT_WORDS,
} from '../../src/text/en';

describe('in English', () => {
  it.each([
    [formatPercent(96.54), '96.5%'],
    [formatEuro(-6532.5), '-€6,532.50'],
    [formatMillions(6532000), '€6.5m'],
    [formatExact(1234.5), '1,234.5'],
    [counted(7302000, 'resident', 'residents'), '7.3 million residents'],
    [counted(1, 'resident', 'residents'), '1 resident'],
    [formatDate('2023-12-13'), '13 December 2023'],
    [atsWords('Montagna'), 'ATS Montagna'],
    [VERDICT_WORDS.SCOPERTO.label, 'Uncovered'],
  ])('a figure is written %s', (written, expected) => {
    expect(written).toBe(expected);
  });

  it.each([
    [{}, '17 of 91 Ambiti are uncovered: 949,812 residents'],
    [{ uncovered: 1, residents: 4000 }, '1 of 91 Ambiti is uncovered: 4,000 residents'],
    [{ ats: 'Brescia', uncovered: 0 }, 'In ATS Brescia none of 91 Ambiti is uncovered'],
    [
      { judged: 90, uncovered: 1, residents: 4000 },
      '1 of 90 known Ambiti is uncovered: 4,000 residents; 1 cannot be judged',
    ],
    [
      { canTell: false },
      '71 of 91 Ambiti have a Sede; nothing can be said of the others: the list of Sedi is not complete',
    ],
  ])('the coverage with %o is told in one sentence', (change, sentence) => {
    const usual = {
      level: 'ambito',
      ats: null,
      all: 91,
      judged: 91,
      served: 71,
      uncovered: 17,
      residents: 949812,
      canTell: true,
    } as const;
    expect(coverageHeadline({ ...usual, ...change })).toBe(sentence);
  });

  it('the other views have their sentences too', () => {
    expect(travelHeadline({ ats: null, beyond: 437371, percent: 4.4, isBound: false, excluded: 0 })).toBe(
      '437,371 residents (4.4%) live beyond the limit',
    );
    expect(findingHeadline({ ats: null, rule: 'R8', all: 40, wrong: 3, undeclared: 2 })).toBe(
      '3 of 40 findings on rule R8 are non-compliant; 2 not declared',
    );
    expect(
      openHeadline({
        moment: 'Tuesday at 17:30',
        ats: null,
        open: 8,
        uncertain: 0,
        residents: 100,
        within: 40,
        perhaps: 0,
        isBound: false,
        today: null,
      }),
    ).toBe('Tuesday at 17:30: 8 Sedi are open, and 40 residents (40.0%) have one within the limit');
    expect(
      resourceHeadline({
        ats: null,
        available: 6532000,
        all: 8,
        known: 8,
        knownAvailable: 6532000,
        free: 1633000,
        isBound: true,
      }),
    ).toBe('Of the €6.5 million available at most €1.6 million (25.0%) is free');
  });
});
