import { describe, expect, it } from 'vitest';
import { countByOutcome, figuresOf, findingCode, isWanted, subjectOf, worstBySubject } from '../../src/domain/findings';
import type { Outcome } from '../../src/text/words';

const finding = (subject: string, regola: string, esito: Outcome, ats = 'Pavia') => ({
  subject,
  regola,
  esito,
  ats,
});
const findings = [
  finding('a', 'R1', 'conforme'),
  finding('a', 'R5', 'non_conforme'),
  finding('a', 'R6', 'informativo'),
  finding('b', 'R1', 'informativo', 'Brescia'),
  finding('b', 'R5', 'non_dichiarato', ''),
];

it('counts every finding once', () => {
  expect(countByOutcome(findings)).toEqual({ non_conforme: 1, non_dichiarato: 1, informativo: 2, conforme: 1 });
});

it('keeps the most serious finding of each subject', () => {
  const worst = worstBySubject(findings, (f) => f.subject);
  expect([...worst].map(([subject, f]) => [subject, f.esito])).toEqual([
    ['a', 'non_conforme'],
    ['b', 'non_dichiarato'],
  ]);
});

describe('a filter', () => {
  const all = { outcome: null, rule: null, ats: null };
  const rules = (filter: Parameters<typeof isWanted>[1]) =>
    findings.filter((f) => isWanted(f, filter)).map((f) => f.subject + f.regola);

  it('left open takes everything', () => {
    expect(rules(all)).toHaveLength(5);
  });

  it('takes what meets all its choices', () => {
    expect(rules({ ...all, rule: 'R1' })).toEqual(['aR1', 'bR1']);
    expect(rules({ ...all, ats: 'Pavia', outcome: 'informativo' })).toEqual(['aR6']);
    expect(rules({ ...all, ats: 'Pavia', outcome: 'non_dichiarato' })).toEqual([]);
  });
});

it('of two findings as serious the first stands for their subject', () => {
  const twins = [finding('a', 'R5', 'informativo'), finding('a', 'R6', 'informativo')];
  expect(worstBySubject(twins, (f) => f.subject).get('a')?.regola).toBe('R5');
});

it('a finding is known by its rule and its subject', () => {
  const row = { regola: 'R8', livello: 'rete', codice: 'BG01' } as const;
  expect([findingCode(row), subjectOf(row)]).toEqual(['R8/rete/BG01', 'rete/BG01']);
});

it('the figures of a finding are told in words and in Italian', () => {
  expect(figuresOf('ore_somma=15;contributo_eur=123456.5;quota_nuova=0.0125;=3;senza')).toEqual([
    ['Ore settimanali, somma delle sedi', '15'],
    ['Contributo (€)', '123.456,5'],
    // What has no words of its own is read out of its name.
    ['quota nuova', '0,0125'],
  ]);
  expect(figuresOf('')).toEqual([]);
});

it.each([
  ['tetto_eur=non_dichiarato', 'non dichiarato'],
  ['tetto_eur=', ''],
])('a figure that is not known is no number: %s', (figures, words) => {
  expect(figuresOf(figures)).toEqual([['Tetto (€)', words]]);
});
