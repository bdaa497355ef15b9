import { describe, expect, it } from 'vitest';
import { NO_KNOBS } from '../../src/api/proposalKnobs';
import type { SuggestionRow } from '../../src/api/proposalRows';
import { outcomeOf } from '../../src/state/proposalOutcome';
import type { ProposalData } from '../../src/state/viewData';
import { area, gap, proposals, shapes } from '../examples/rows';
import { shown } from '../examples/views';

const rows = shapes({ tipo: 'spoke' } as SuggestionRow, { tipo: 'hub' } as SuggestionRow);
const total = { ...gap, residenti: 1000, residenti_esclusi: 200, residenti_oltre_limite: 80, minuti_medi: 10 };
const data = shown({
  suggestions: rows,
  areas: shapes(area, { ...area, verdetto: 'SCOPERTO' as const }, { ...area, verdetto: 'NON_CARICATO' as const }),
  totals: new Map([
    ['', total],
    ['Milano', { ...total, residenti_oltre_limite: 400 }],
  ]),
});
const of = (query: Partial<ProposalData['query']>, own: Partial<ProposalData> = {}) => {
  const gains = { residents: 40, residentMinutes: 1600, areas: 1 };
  const { before, after } = outcomeOf(data, { ...proposals, gains, ...own, query: { ...proposals.query, ...query } });
  return [before, after];
};

describe('what the proposals do together', () => {
  it('is told in the share of residents that count, without those of whom nothing is known', () => {
    expect(of({})).toEqual([90, 95]);
    expect(of({ ats: 'Milano' })).toEqual([50, 55]);
    // Where everyone counts, the share is everyone's.
    expect(of({ ats: 'Milano', count: 'tutte' })).toEqual([90, 95]);
  });

  it('is told within the limit that was asked for', () => {
    expect(of({}, { today: { ...total, residenti_oltre_limite: 720 } })).toEqual([10, 15]);
  });

  it('is told in minutes, or in areas of one level', () => {
    expect(of({ goal: 'time' })).toEqual([10, 8]);
    expect(of({ goal: 'units' })).toEqual([1, 2]);
    expect(of({ goal: 'units', knobs: { ...NO_KNOBS, both: true } })).toEqual([null, null]);
    expect(outcomeOf(data, proposals)).toMatchObject({ spokes: 1, hubs: 1, areas: 2, areaWords: 'Ambiti' });
  });

  it('is not told where nothing is known', () => {
    expect(of({ ats: 'Pavia' })).toEqual([null, null]);
    expect(of({}, { today: { ...total, residenti_oltre_limite: null } })).toEqual([null, null]);
  });
});
