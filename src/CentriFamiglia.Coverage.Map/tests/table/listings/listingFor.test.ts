import { describe, expect, it } from 'vitest';
import type { SuggestionRow } from '../../../src/api/proposalRows';
import type { ComuneRow } from '../../../src/api/rows';
import type { ViewData } from '../../../src/state/viewData';
import type { ViewState } from '../../../src/state/viewState';
import { listingFor } from '../../../src/table/listings/listingFor';
import { listView } from '../../../src/table/listView';
import { area, comune, gap, openComune, shapes } from '../../examples/rows';
import { shown, view } from '../../examples/views';

/** Texts of the lines as the table shows them. */
const table = (own: Partial<ViewData>, state: Partial<ViewState>) => {
  const asked = view(state);
  const listing = listingFor(shown(own), asked);
  return listView(listing, asked).lines.map((line) => line.cells.map((cell) => cell.text));
};

describe('what is not known', () => {
  const unknown = {
    ...area,
    codice: 'abc',
    nome: 'Abbiategrasso',
    verdetto: 'NON_CARICATO' as const,
    residenti: 900000,
    hub: null,
    spoke: null,
    elenco_incompleto: null,
    gap: {
      ...gap,
      minuti_medi: null,
      minuti_mediana: null,
      minuti_p90: null,
      minuti_max: null,
      residenti_oltre_limite: null,
      quota_oltre_limite_pct: null,
      elenco_incompleto: null,
    },
  };
  const unreachable = { ...area, codice: 'z', nome: 'Zogno', gap: { ...gap, minuti_mediana: null } };
  const areas = shapes(unknown, unreachable, area);

  it('has no verdict, and no counts', () => {
    expect(table({ areas }, {})[2]).toEqual(['Abbiategrasso', 'Milano', 'Non noto', '–', '–', '900.000', 'elencata']);
  });

  it.each([
    ['verdetto', true],
    ['verdetto', false],
    ['residenti', true],
    ['hub', false],
  ])('comes last by %s, descending %s', (column, descending) => {
    expect(table({ areas }, { sort: { column, descending } })[2]?.[0]).toBe('Abbiategrasso');
  });

  it('keeps its place among the names', () => {
    expect(table({ areas }, { sort: { column: 'nome', descending: false } })[0]?.[0]).toBe('Abbiategrasso');
  });

  it('comes after what cannot be reached, and is not called so', () => {
    const lines = table({ areas }, { theme: 'tempi', sort: { column: 'mediana', descending: true } });
    expect(lines.map(([name, , minutes]) => [name, minutes])).toEqual([
      ['Lodi', '4,0'],
      ['Zogno', 'non raggiungibile'],
      ['Abbiategrasso', '–'],
    ]);
    expect(lines[2]?.slice(3)).toEqual(['–', '–', '–', '–', '–']);
  });

  it('is told in place of the limit, by comune and in the view of the hours', () => {
    const row: ComuneRow = { ...comune, minuti: null, km: null, oltre_limite: null, elenco_incompleto: null };
    const far = {
      ...comune,
      pro_com_t: '1',
      comune: 'Erba',
      minuti: null,
      km: null,
      oltre_limite: true,
      esito_limite: 'oltre' as const,
    };
    const comuni = table({ comuni: shapes(row, far) }, { theme: 'tempi', level: 'comune' });
    expect(comuni.map((cells) => [cells[0], cells[3], cells[6]])).toEqual([
      ['Erba', 'non raggiungibile', 'oltre'],
      ['Lodi', '–', 'Non noto'],
    ]);
    const doors = { open: 0, closed: 0, undeclared: [], unread: [], partial: [] };
    const rows = new Map([
      ['a', { ...openComune, ...row }],
      ['b', { ...openComune, residenti: 1 }],
    ]);
    const hours = table({ open: { rows, doors } }, { theme: 'orari', level: 'comune' });
    expect(hours.map((cells) => cells.slice(1, 3))).toEqual([
      ['Entro il limite', '12,0'],
      ['Non noto', '–'],
    ]);
    expect(hours[0]?.[5]).toBe('Hub di Lodi, LO01-H');
  });
});

describe('the proposals', () => {
  const row = {
    tipo: 'spoke',
    pro_com_t: '098010',
    comune: 'Casale',
    ambito: 'Lodi',
    distretto: 'Lodi',
    ats: 'Milano',
    rete: 'LO01',
    unita_codice: 'lodi',
    unita_nome: 'Lodi',
    residenti_guadagnati: 8913,
    minuti_risparmiati: 5,
    seconda_scelta_nome: null,
    ordine: 1,
    serve_allo_scopo: true,
    residenti_guadagnati_altrove: 0,
  } as SuggestionRow;
  const useless = { ...row, comune: 'Erba', ordine: 2, minuti_risparmiati: 9, serve_allo_scopo: false };
  const proposals = { theme: 'proposte' } as const;
  const networks = new Map([['LO01', 'Rete di Lodi']]);

  it('come in the order in which to open them, those that the goal does not need marked and last', () => {
    expect(table({ suggestions: shapes(useless, row), networks }, proposals)).toEqual([
      ['Casale', 'Spoke', '1', 'Lodi', 'Milano', 'Rete di Lodi, LO01', '8.913', '5', '–'],
      ['Erba', 'Spoke', '2, non serve', 'Lodi', 'Milano', 'Rete di Lodi, LO01', '8.913', '9', '–'],
    ]);
  });

  it('tell apart what other ATS gain, where one gains', () => {
    const labels = (altrove: number) =>
      listingFor(
        shown({ suggestions: shapes({ ...row, residenti_guadagnati_altrove: altrove }) }),
        view(proposals),
      ).columns.map((c) => c.label);
    expect(labels(120)).toContain('Guadagnati altrove');
    expect(labels(0)).not.toContain('Guadagnati altrove');
  });
});

it('a view of which nothing is known says why in place of its lines', () => {
  const totals = new Map([['', { ...gap, elenco_incompleto: null }]]);
  const { nothing } = listingFor(shown({ totals }), view({ theme: 'proposte' }));
  expect(nothing).toContain('non dice nulla delle sedi');
  expect(listingFor(shown(), view()).nothing).toBeUndefined();
});

it('a caption says where figures are bounds', () => {
  const caption = (elenco_incompleto: boolean, level: 'ambito' | 'comune') => {
    const areas = shapes({ ...area, gap: { ...gap, elenco_incompleto } });
    const comuni = shapes({ ...comune, elenco_incompleto });
    return listingFor(shown({ areas, comuni }), view({ theme: 'tempi', level })).caption;
  };
  expect(caption(false, 'ambito')).toBe('Ambiti: minuti in auto dalla sede più vicina');
  expect(caption(true, 'ambito')).toBe(
    'Ambiti: minuti in auto dalla sede più vicina (al più, dove l’elenco delle sedi non è completo)',
  );
  expect(caption(true, 'comune')).toContain('(al più');
});
