import { describe, expect, it } from 'vitest';
import { classesOf, minuteClasses } from '../../src/domain/classes';
import {
  areaMinutes,
  paintArea,
  paintCatchment,
  paintComune,
  paintOutcome,
  paintValue,
} from '../../src/drawing/painting';
import {
  ASIDE,
  OUTCOME_PAINTS,
  REACH_PAINTS,
  UNREACHABLE as UNREACHED,
  VERDICT_PAINTS,
} from '../../src/drawing/styles';
import { area, comune, effect, gap } from '../examples/rows';

const classes = minuteClasses([20, 30, 40]);
const BEYOND = { pattern: 'cased', ink: '#b3261e' };
const UNREACHABLE = { fill: '#d9d5cf', pattern: 'dots', ink: '#6b645c' };
const NOT_KNOWN = { fill: '#f7f6f3', pattern: 'level', ink: '#aaa69e' };
const plain = (fill: string) => ({ fill, pattern: 'plain', ink: fill });

describe('an area in the view of the coverage', () => {
  it.each([
    ['SEDE', { fill: '#6ba3c7', pattern: 'plain', ink: '#6ba3c7' }],
    ['COMPETENZA', { fill: '#dcebf5', pattern: 'diagonal', ink: '#4b88ae' }],
    ['SCOPERTO', { fill: '#f4b06a', pattern: 'cross', ink: '#a8480a' }],
    ['NON_CARICATO', NOT_KNOWN],
  ] as const)('is drawn by its verdict %s, whatever its minutes', (verdetto, paint) => {
    const far = { ...area, verdetto, gap: { ...gap, quota_oltre_limite_pct: 100 } };
    expect(paintArea(far, { theme: 'copertura', statistic: 'media' }, classes)).toEqual(paint);
  });
});

describe('an area in the view of the travel times', () => {
  // The example has a mean of 22 minutes and a median of 4: five classes apart.
  it.each([
    ['media', 22, '#4fa6ad'],
    ['mediana', 4, '#f3f1df'],
  ] as const)('is drawn by the %s that the view chose', (statistic, minutes, fill) => {
    expect(areaMinutes(area, statistic)).toBe(minutes);
    expect(paintArea(area, { theme: 'tempi', statistic }, classes)).toEqual(plain(fill));
  });

  it.each([
    [null, plain('#f3f1df')],
    [0, plain('#f3f1df')],
    [10, plain('#f3f1df')],
    [10.01, { fill: '#f3f1df', ...BEYOND }],
    [100, { fill: '#f3f1df', ...BEYOND }],
  ])(
    'has the lines of the criterion only where more than 10 %% of the residents are beyond the limit: %s',
    (share, paint) => {
      const row = { ...area, gap: { ...gap, quota_oltre_limite_pct: share } };
      expect(paintArea(row, { theme: 'tempi', statistic: 'mediana' }, classes)).toEqual(paint);
    },
  );

  it.each([
    ['without times', null],
    ['whose sede cannot be reached', { ...gap, minuti_medi: null, minuti_mediana: null, quota_oltre_limite_pct: 100 }],
  ])('%s has dots, and no lines over them', (_, none) => {
    const row = { ...area, gap: none };
    expect(areaMinutes(row, 'media')).toBeNull();
    expect(areaMinutes(row, 'mediana')).toBeNull();
    expect(paintArea(row, { theme: 'tempi', statistic: 'media' }, classes)).toEqual(UNREACHABLE);
  });
});

describe('a comune in the view of the travel times', () => {
  it.each([
    [5, false, plain('#f3f1df')],
    [5.01, false, plain('#cfe3c8')],
    [20, false, plain('#93cbbd')],
    [20.01, true, { fill: '#4fa6ad', ...BEYOND }],
    [20.01, null, plain('#4fa6ad')],
    [41, true, { fill: '#274b7a', ...BEYOND }],
    [41, false, plain('#274b7a')],
    [null, true, UNREACHABLE],
    [null, null, UNREACHABLE],
  ])('at %s minutes, beyond its limit %s', (minuti, oltre_limite, paint) => {
    expect(paintComune({ ...comune, minuti, oltre_limite }, classes)).toEqual(paint);
  });
});

describe('what is not known', () => {
  it('is drawn apart in the view of the travel times, whatever figures it came with', () => {
    const unknown = { ...area, verdetto: 'NON_CARICATO' as const, elenco_incompleto: null };
    expect(paintArea(unknown, { theme: 'tempi', statistic: 'mediana' }, classes)).toEqual(NOT_KNOWN);
    expect(paintComune({ ...comune, elenco_incompleto: null, minuti: null, oltre_limite: null }, classes)).toEqual(
      NOT_KNOWN,
    );
  });

  it('has a colour and a pattern that no judgement, no class and no missing value has', () => {
    const { NON_CARICATO, ...verdicts } = VERDICT_PAINTS;
    const { nonNoto, ...reaches } = REACH_PAINTS;
    const others = [
      ...Object.values(verdicts),
      ...Object.values(reaches),
      ...Object.values(OUTCOME_PAINTS),
      ASIDE,
      UNREACHED,
    ];
    expect([NON_CARICATO, nonNoto]).toEqual([NOT_KNOWN, NOT_KNOWN]);
    expect(others.filter(({ fill, pattern }) => fill === NOT_KNOWN.fill || pattern === NOT_KNOWN.pattern)).toEqual([]);
    expect(classes.map((c) => c.fill)).not.toContain(NOT_KNOWN.fill);
  });
});

describe('a value in the view of the measures', () => {
  it.each([
    [0, plain('#f3f1df')],
    [1, plain('#4fa6ad')],
    [1.01, plain('#221f4f')],
    [null, UNREACHABLE],
  ])('%s has the colour of its class', (value, paint) => {
    expect(paintValue(value, classesOf([0, 1]))).toEqual(paint);
  });
});

describe('an area in the view of the findings', () => {
  it.each([
    ['non_conforme', { fill: '#f4b06a', pattern: 'cross', ink: '#a8480a' }],
    ['non_dichiarato', { fill: '#eceae6', pattern: 'dots', ink: '#8b8780' }],
    ['informativo', { fill: '#dcebf5', pattern: 'diagonal', ink: '#4b88ae' }],
    ['conforme', { fill: '#6ba3c7', pattern: 'plain', ink: '#6ba3c7' }],
    [null, plain('#f0f1ee')],
  ] as const)('is drawn by its outcome %s', (outcome, paint) => {
    expect(paintOutcome(outcome)).toEqual(paint);
  });
});

describe('a comune in the view of the proposals', () => {
  it.each([
    ['098031', plain('#f3dce8')],
    ['098042', plain('#f0f1ee')],
  ])('%s is marked where it would go to a proposal, or stands aside', (code, paint) => {
    expect(paintCatchment(code, { effects: new Map([['098031', effect]]) })).toEqual(paint);
  });
});
