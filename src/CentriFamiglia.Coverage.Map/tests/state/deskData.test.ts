import { describe, expect, it } from 'vitest';
import type { DecisionRow, FrozenProposal, RunRow } from '../../src/api/deskRows';
import { countDecided, nextOpen, type OpenRun, openRunOf, trialOf } from '../../src/state/deskData';
import { deskSentence } from '../../src/state/deskHeadline';
import { withDesk } from '../../src/state/deskView';
import { shown } from '../examples/views';

const row = { id: 'r1', titolo: 'Cabina', stato: 'pubblicata' } as RunRow;

const proposal = (ordine: number): FrozenProposal =>
  ({
    ordine,
    comune: `Comune ${ordine}`,
    pro_com_t: `01600${ordine}`,
    unita_codice: 'a',
    lon: 9 + ordine,
    lat: 45,
  }) as FrozenProposal;

const decision = (proposta: number, esito: DecisionRow['esito']): DecisionRow => ({
  proposta,
  esito,
  chi: 'ufficio',
  quando: '2026-11-30T10:00:00Z',
  perche: null,
  sede_prevista: null,
  commenti: null,
});

const run = (decisions: DecisionRow[] = []): OpenRun =>
  openRunOf(row, { fotografia: 'f00d' }, [3, 1, 2].map(proposal), decisions);

describe('a frozen analysis', () => {
  it('keeps each decision under the number of its proposal', () => {
    const open = run([decision(2, 'respinta'), decision(3, null)]);
    expect(open.snapshot).toBe('f00d');
    expect(open.decisions.get(2)?.esito).toBe('respinta');
    expect(countDecided(open)).toEqual({ accettata: 0, respinta: 1, rinviata: 0 });
  });

  it.each([
    ['the first where nothing is decided', [], 0, 1],
    ['the one after', [decision(1, 'accettata')], 1, 2],
    ['round to the first that is open', [decision(3, 'accettata')], 3, 1],
    ['one with a remark alone', [decision(1, 'accettata'), decision(2, null), decision(3, 'rinviata')], 3, 2],
    ['never the same', [decision(1, 'accettata'), decision(3, 'accettata')], 2, null],
    ['none where all are decided', [1, 2, 3].map((n) => decision(n, 'accettata')), 1, null],
  ])('offers next: %s', (_, decisions, after, next) => {
    expect(nextOpen(run(decisions), after)?.ordine ?? null).toBe(next);
  });

  it('stands on the map with the numbers and the places that it was frozen with', () => {
    const { suggestions } = withDesk(shown(), { lists: null, run: run(), problem: '' });
    expect(suggestions.features.map((f) => f.properties.ordine)).toEqual([3, 1, 2]);
    expect(suggestions.features[1]?.geometry).toEqual({ type: 'Point', coordinates: [10, 45] });
  });
});

describe('a scenario as a trial', () => {
  it('has numbers for places, which the service keeps as texts, and leaves out what is no change', () => {
    const changes = [
      { op: 'move', id: 'BG01-S1', lon: '9.2', lat: '45.9' },
      { op: 'close', id: 'BG01-S2' },
      { op: 'explode', id: 'BG01-S3' },
    ];
    expect(trialOf({ changes })).toEqual([
      { op: 'move', id: 'BG01-S1', lon: 9.2, lat: 45.9 },
      { op: 'close', id: 'BG01-S2' },
    ]);
  });
});

describe('the headline of the decisions', () => {
  it.each([
    ['while nothing has come', { lists: null, run: null, problem: '' }, 'Si leggono scenari e analisi…'],
    ['where it cannot come', { lists: null, run: null, problem: 'Servizio assente.' }, 'Servizio assente.'],
    [
      'of empty lists',
      { lists: { scenarios: [], runs: [] }, run: null, problem: '' },
      'Ancora nessuno scenario e nessuna analisi congelata',
    ],
    ['of an analysis', { lists: null, run: run(), problem: '' }, 'Cabina: 3 proposte, nessuna ancora decisa'],
    [
      'of what was decided',
      { lists: null, run: run([decision(1, 'rinviata')]), problem: '' },
      'Cabina: 1 su 3 proposte decisa: 1 rinviata',
    ],
  ])('%s', (_, desk, sentence) => {
    expect(deskSentence(desk)).toBe(sentence);
  });
});
