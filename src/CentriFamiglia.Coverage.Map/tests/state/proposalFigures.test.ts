import { describe, expect, it } from 'vitest';
import { NO_KNOBS } from '../../src/api/proposalKnobs';
import { proposalFigures } from '../../src/state/proposalFigures';
import type { ProposalData } from '../../src/state/viewData';
import { area, gap, proposals, shapes } from '../examples/rows';
import { shown } from '../examples/views';

const total = { ...gap, residenti: 1000, residenti_esclusi: 200, residenti_oltre_limite: 80, minuti_medi: 10 };
const uncovered = { ...area, verdetto: 'SCOPERTO' as const };
const data = shown({
  areas: shapes(area, uncovered, uncovered),
  totals: new Map([
    ['', total],
    ['Pavia', { ...total, elenco_incompleto: null }],
  ]),
});
const of = (query: Partial<ProposalData['query']>, own: Partial<ProposalData> = {}) => {
  const gains = { residents: 40, residentMinutes: 1600, areas: 1 };
  return proposalFigures(data, { ...proposals, gains, ...own, query: { ...proposals.query, ...query } });
};
const figures = (...given: Parameters<typeof of>) => of(...given).map(({ label, figure }) => `${label}: ${figure}`);

describe('the figures beside the proposals', () => {
  it('are what is today and what it becomes, of those who count', () => {
    expect(figures({})).toEqual([
      'Ambiti con una sede: 1 → 2',
      'Residenti oltre il limite: 80 → 40',
      'Viaggio medio: 10,0 min → 8,0 min',
    ]);
    expect(of({})[0]).toMatchObject({ note: 'su 3', spoken: 'da 1 a 2, aumenta' });
  });

  it('are those within the limit that was asked for', () => {
    expect(figures({}, { today: { ...total, residenti_oltre_limite: 300 } })[1]).toBe(
      'Residenti oltre il limite: 300 → 260',
    );
  });

  it('say once what does not change', () => {
    const none = { residents: 0, residentMinutes: 0, areas: 0 };
    expect(figures({}, { gains: none })[1]).toBe('Residenti oltre il limite: 80');
  });

  it('do not count areas of two levels together, and are none where nothing is known', () => {
    expect(figures({ knobs: { ...NO_KNOBS, both: true } })).toHaveLength(2);
    expect(figures({ ats: 'Pavia' })).toEqual([]);
  });
});
