import { describe, expect, it } from 'vitest';
import type { SuggestionRow } from '../../src/api/proposalRows';
import { headlineOf } from '../../src/state/headline';
import type { ProposalData, ViewData } from '../../src/state/viewData';
import type { ViewState } from '../../src/state/viewState';
import { area, finding, gap, proposals as none, openComune, shapes } from '../examples/rows';
import { answer, byHand, totals } from '../examples/trials';
import { shown, view } from '../examples/views';

const headline = (own: Partial<ViewData>, change: Partial<ViewState>) => headlineOf(shown(own), view(change));

const uncovered = {
  ...area,
  codice: 'luino',
  nome: 'Luino',
  ats: 'Insubria',
  verdetto: 'SCOPERTO' as const,
  residenti: 54046,
};
const region = new Map([
  ['', gap],
  ['Milano', { ...gap, residenti_oltre_limite: 10 }],
]);

describe('the headline of a view', () => {
  it('counts the areas of the ATS chosen alone', () => {
    const areas = shapes(area, uncovered);
    expect(headline({ areas }, {})).toBe('1 Ambito su 2 è scoperto: 54.046 residenti');
    expect(headline({ areas }, { ats: 'Milano' })).toBe('Nell’ATS Milano nessun Ambito su 1 è scoperto');
  });

  it('calls nothing uncovered where no list is complete', () => {
    const { provenance } = shown();
    const sedi = { ...provenance.sedi, complete: false, completeFor: [] };
    const unknown = { ...area, verdetto: 'NON_CARICATO' as const };
    expect(headline({ areas: shapes(area, unknown), provenance: { ...provenance, sedi } }, {})).toBe(
      '1 Ambito su 2 ha una sede; degli altri non si può dire: l’elenco delle sedi non è completo',
    );
  });

  it('has the residents beyond the limit of the region, or of the ATS chosen', () => {
    expect(headline({ totals: region }, { theme: 'tempi' })).toBe('22.800 residenti (10,0 %) abitano oltre il limite');
    expect(headline({ totals: region }, { theme: 'tempi', ats: 'Milano' })).toContain('10 residenti');
    expect(headline({}, { theme: 'tempi' })).toContain('Non si sa');
  });

  it('names the ends of a measure', () => {
    const item = {
      code: 'a',
      within: null,
      ats: 'Milano',
      residents: 1,
      comuni: 1,
      reason: null,
      p90: null,
      without: null,
    };
    const items = new Map(
      [
        { ...item, name: 'Lodi', value: 4, elenco_incompleto: false },
        { ...item, name: 'Erba', value: 22.04, elenco_incompleto: false },
        { ...item, name: 'Luino', value: null, elenco_incompleto: null },
      ].map((each) => [each.name, each]),
    );
    const measure = {
      measure: 'nearest' as const,
      unit: 'minuti',
      items: { media: items, mediana: items },
      indices: [],
      reach: new Map(),
      warnings: [],
    };
    expect(headline({ measure }, { theme: 'misure' })).toBe(
      'Minuti alla sede più vicina: da 4,0 (Lodi) a 22,0 (Erba); senza valore: 1',
    );
  });

  it('counts who finds an open door', () => {
    const doors = { open: 3, closed: 1, undeclared: ['a'], unread: [], partial: [] };
    const rows = new Map([
      ['1', { ...openComune, residenti: 30 }],
      ['2', { ...openComune, residenti: 70, oltre_limite: true, oltre_limite_se_incerte_aperte: true }],
    ]);
    expect(headline({ open: { rows, doors } }, { theme: 'orari' })).toBe(
      'Martedì alle 17:30 sono aperte 3 sedi: 30 residenti (30,0 %) ne trovano una entro il limite',
    );
  });

  it.each<[Partial<ViewState>, string]>([
    [{ goal: 'cover' }, 'Con 2 nuovi Spoke: dal 90,0 % al 95,0 % dei residenti entro il limite'],
    [{ goal: 'time' }, 'Con 2 nuovi Spoke: da 22,0 a 20,0 minuti medi'],
    [{ goal: 'cover', ats: 'Pavia' }, 'Nell’ATS di Pavia non si può proporre nulla: le sedi non sono note'],
    [
      { goal: 'cover', ats: 'Pavia', count: 'tutte' },
      'Nell’ATS di Pavia con 2 nuovi Spoke: dal 90,0 % al 95,0 % dei residenti entro il limite',
    ],
  ])('says what the proposals change: %j', (change, words) => {
    const { goal = 'cover', ats = null, count = 'propri' } = change;
    const proposals: ProposalData = {
      ...none,
      query: { ...none.query, goal, ats, count },
      gains: { residents: 11400, residentMinutes: 456000, areas: 0 },
    };
    const spoke = { tipo: 'spoke' } as SuggestionRow;
    const suggestions = shapes(spoke, spoke);
    const all = new Map([...region, ['Pavia', { ...gap, elenco_incompleto: null }]]);
    expect(headline({ proposals, suggestions, totals: all }, { theme: 'proposte', ...change })).toBe(words);
  });

  it('counts the findings of the rule, whatever outcome is filtered', () => {
    const findings = shapes(finding, { ...finding, esito: 'non_conforme' as const }, { ...finding, regola: 'R5' });
    expect(headline({ findings }, { theme: 'rilievi', rule: 'R1', outcome: 'conforme' })).toBe(
      '1 rilievo sulla regola R1 su 2 è non conforme',
    );
  });

  it('is that of the trial, once there is one', () => {
    const after = { ...totals, ambiti_con_sede: 72 };
    const close = { op: 'close' as const, id: 'LO01-H' };
    expect(headline({ trial: { ...byHand, changes: [], answer: null } }, { theme: 'prova' })).toContain(
      'Nessuna modifica',
    );
    expect(headline({ trial: { ...byHand, changes: [close], answer: null } }, { theme: 'prova' })).toBe(
      '1 modifica: che cosa cambia non è ancora noto',
    );
    expect(headline({ trial: { ...byHand, changes: [close], answer: answer({ after }) } }, { theme: 'prova' })).toBe(
      'Residenti entro il limite: 90,0 %; Ambiti con una sede: 71 → 72',
    );
  });
});
