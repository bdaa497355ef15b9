// @vitest-environment jsdom

import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { SuggestionRow } from '../../src/api/proposalRows';
import { showIndicators } from '../../src/panels/copertura/indicators';
import { detailsOf } from '../../src/panels/details';
import { showLegend } from '../../src/panels/legend';
import { showOverview } from '../../src/panels/overview';
import { showUnknownName } from '../../src/panels/serviceState';
import { UnknownName } from '../../src/state/names';
import type { ViewData } from '../../src/state/viewData';
import type { ViewState } from '../../src/state/viewState';
import { THEMES } from '../../src/text/viewWords';
import { area, comune, finding, gap, openComune, proposals, shapes } from '../examples/rows';
import { shown, view } from '../examples/views';

// jsdom draws no canvas.
HTMLCanvasElement.prototype.getContext = () => null;

const unknown = {
  ...area,
  codice: 'pavia',
  verdetto: 'NON_CARICATO' as const,
  hub: null,
  spoke: null,
  motivo: 'L’elenco non è completo.',
  elenco_incompleto: null,
  gap: { ...gap, elenco_incompleto: null },
};
const nothing = {
  ...gap,
  minuti_medi: null,
  minuti_p90: null,
  residenti_oltre_limite: null,
  quota_oltre_limite_pct: null,
  elenco_incompleto: null,
  residenti_esclusi: 9950742,
  comuni_esclusi: 1504,
};
const partial = { ...gap, elenco_incompleto: true, residenti_esclusi: 7298412, comuni_esclusi: 1400 };
const of = (total: typeof nothing | typeof partial) => new Map([['', total as typeof gap]]);

describe('the figures to read first', () => {
  const texts = (own: Partial<ViewData>) => {
    const list = document.createElement('dl');
    showIndicators(list, shown(own), view());
    return [...list.children].map((each) =>
      [...each.querySelectorAll('dt, .indicator-figure, .indicator-note')].map((p) => p.textContent),
    );
  };

  it('say what they leave out, and are of what is known', () => {
    const scoperto = { ...area, verdetto: 'SCOPERTO' as const };
    expect(texts({ areas: shapes(area, area, scoperto, unknown), totals: of(partial) })).toEqual([
      ['Ambiti con una sede', '2 su 3 noti', ''],
      ['Solo competenza', '0', '1 non noto'],
      ['Residenti oltre il limite', 'al più 22.800', '10,0 % dei contati; fra 9.000 e 41.000'],
      ['Viaggio medio', 'al più 22,0 min', '90 % entro 31,0 min'],
      ['Fondo regionale', '–', 'non calcolato'],
      ['Esclusi: sedi non note', '7,3 mln', 'residenti di 1.400 comuni'],
    ]);
  });

  it('are none where nothing is known: no sede is not no area uncovered', () => {
    expect(texts({ areas: shapes(unknown), totals: of(nothing) }).slice(0, 4)).toEqual([
      ['Ambiti con una sede', '–', 'sedi non note'],
      ['Solo competenza', '–', 'non si può dire; 1 non noto'],
      ['Residenti oltre il limite', '–', 'sedi non note'],
      ['Viaggio medio', '–', 'sedi non note'],
    ]);
  });

  it.each([
    [[], null, '–'],
    [['Pavia'], null, '0'],
    [['Pavia'], 'Milano', '–'],
    [['Milano', 'Pavia'], 'Milano', '0'],
  ])('count the uncovered only where a list is complete: %j, %s', (completeFor, ats, figure) => {
    const { provenance } = shown();
    const sedi = { ...provenance.sedi, complete: false, completeFor };
    const list = document.createElement('dl');
    showIndicators(list, shown({ areas: shapes(area), provenance: { ...provenance, sedi } }), view({ ats }));
    expect(list.children[1]?.querySelector('.indicator-figure')?.textContent).toBe(figure);
  });

  it('leave out nothing where all is known', () => {
    const labels = texts({ areas: shapes(area), totals: new Map([['', gap]]) }).map(([label]) => label);
    expect(labels).not.toContain('Esclusi: sedi non note');
  });
});

describe('above the table', () => {
  beforeEach(() => {
    document.body.innerHTML =
      '<details id="quadro"><summary id="quadro-titolo"></summary><div id="quadro-contenuto"></div></details>';
  });
  const said = (own: Partial<ViewData>, state: Partial<ViewState>) => {
    showOverview(shown(own), view(state), vi.fn(), vi.fn());
    return document.body.textContent ?? '';
  };
  const views: Partial<ViewData> = {
    proposals,
    findings: shapes(finding),
    fragility: { sites: shapes(), loads: new Map() },
    open: { rows: new Map(), doors: { open: 0, closed: 0, undeclared: [], unread: [], partial: [] } },
  };

  it.each(THEMES)('every view says what to do where nothing is known: %s', (theme) => {
    const text = said({ ...views, totals: of(nothing) }, { theme });
    expect(text).toContain('Che cosa fare');
    expect(text).toContain('coverage import FILE --sedi note --completo ATS');
    expect(text).toContain('scegliere un altro insieme');
    expect(text).not.toContain('Dimostrato');
  });

  it('a view says what its totals leave out', () => {
    expect(said({ proposals, totals: of(partial) }, { theme: 'proposte' })).toContain(
      'Esclusi 7,3 milioni di residenti di 1.400 comuni: sedi non note.',
    );
  });
});

describe('the legend', () => {
  const entries = (own: Partial<ViewData>, state: Partial<ViewState>) => {
    const container = document.createElement('div');
    showLegend(container, shown(own), view({ showSites: false, ...state }));
    return [...container.querySelectorAll('li')].map((li) => li.textContent ?? '');
  };
  const isNotKnown = (text: string) => text.startsWith('Non noto');
  const unknownComune = { ...comune, elenco_incompleto: null };

  it.each<[string, Partial<ViewData>, Partial<ViewState>]>([
    ['coverage', {}, {}],
    ['travel', {}, { theme: 'tempi' }],
    ['proposals', { proposals, comuni: shapes(unknownComune) }, { theme: 'proposte' }],
    ['findings', { findings: shapes(finding) }, { theme: 'rilievi' }],
    ['fragility', { fragility: { sites: shapes(), loads: new Map() } }, { theme: 'fragilita' }],
    [
      'hours',
      {
        open: {
          rows: new Map([['098031', { ...openComune, ...unknownComune }]]),
          doors: { open: 0, closed: 0, undeclared: [], unread: [], partial: [] },
        },
      },
      { theme: 'orari', level: 'comune' },
    ],
  ])('has what is not known once in the view of the %s, and only where there is any', (_, own, state) => {
    expect(entries({ areas: shapes(area, unknown), ...own }, state).filter(isNotKnown)).toHaveLength(1);
    expect(entries({ areas: shapes(area), ...own, comuni: null }, state).filter(isNotKnown)).toEqual([]);
  });

  it('says what «al più» means where a list is not complete', () => {
    const row = { ...area, elenco_incompleto: true };
    expect(entries({ areas: shapes(row) }, {}).at(-1)).toContain('«Al più»');
    expect(entries({ areas: shapes(area) }, {}).join()).not.toContain('«Al più»');
  });
});

describe('a sheet', () => {
  const text = (kind: 'ambito' | 'comune' | 'proposta', code: string, own: Partial<ViewData>) =>
    detailsOf({ kind, code }, shown(own), {
      select: vi.fn(),
      draw: vi.fn(),
      tryOut: vi.fn(),
      decision: () => [],
      change: vi.fn(),
    })
      ?.map((part) => part.textContent)
      .join(' ');

  it('of what is not known has no figures but its residents', () => {
    const sheet = text('ambito', 'pavia', { areas: shapes(unknown) });
    expect(sheet).toContain('Non noto');
    expect(sheet).toContain('L’elenco non è completo.');
    expect(sheet).toContain('228.000');
    expect(sheet).not.toMatch(/Viaggio|Hub e Spoke|min/);
    const other = text('comune', '098031', { comuni: shapes({ ...comune, elenco_incompleto: null, minuti: null }) });
    expect(other).toContain('Non noto: l’elenco delle sedi dell’ATS non è completo.');
    expect(other).not.toMatch(/raggiungibile|Sede più vicina|Esito/);
  });

  it('of a list that is not complete has bounds', () => {
    const row = { ...area, elenco_incompleto: true, gap: partial };
    const sheet = text('ambito', 'lodi', { areas: shapes(row) });
    expect(sheet).toContain('al più 4,0 min');
    expect(sheet).toContain('al più 22.800 (10,0 %)');
    expect(sheet).toContain('«Al più»');
    expect(text('comune', '098031', { comuni: shapes({ ...comune, elenco_incompleto: true }) })).toContain(
      'al più 12,0 min (fra 9,0 min e 15,5 min, otto volte su dieci), limite 20,0 min',
    );
  });
});

it('an address that names what there is not is answered with what there is', () => {
  const container = document.createElement('div');
  const choose = vi.fn();
  showUnknownName(container, new UnknownName('ats', 'Lodi', ['Brianza', 'Pavia']), true, choose);
  expect(container.textContent).toBe(
    'Indirizzo non valido L’ATS «Lodi» non esiste: scegliere fra ATS della BrianzaATS di PaviaTutta la Lombardia I dati mostrati non sono aggiornati.',
  );
  container.querySelectorAll('button')[1]?.click();
  expect(choose).toHaveBeenCalledExactlyOnceWith({ ats: 'Pavia' });
  showUnknownName(container, new UnknownName('sedi', 'tutte', ['mie']), false, choose);
  expect(container.textContent).toBe('Indirizzo non valido L’insieme di sedi «tutte» non esiste: scegliere fra Le mie');
});

it('a proposal tells its order, and apart what other ATS gain', () => {
  const row = {
    tipo: 'spoke',
    pro_com_t: '098010',
    unita_codice: 'lodi',
    ats: 'Milano Città Metropolitana',
    rete: null,
    minuti_hub: null,
    seconda_scelta_nome: null,
    ordine: 3,
    serve_allo_scopo: false,
    residenti_guadagnati_altrove: 8913,
    viaggio: 'stima',
    fonte_stato: 'listed',
    motivo: '',
  } as SuggestionRow;
  const sheet = (change: Partial<SuggestionRow>) => {
    HTMLCanvasElement.prototype.getContext = (() => new Proxy({}, { get: () => () => null })) as never;
    vi.stubGlobal('Path2D', class {});
    const suggestions = shapes({ ...row, ...change });
    return detailsOf({ kind: 'proposta', code: '098010-lodi' }, shown({ suggestions }), {
      select: vi.fn(),
      draw: vi.fn(),
      tryOut: vi.fn(),
      decision: () => [],
      change: vi.fn(),
    })
      ?.map((part) => part.textContent)
      .join(' ');
  };
  expect(sheet({})).toContain('Ordine3ª: non serve allo scopo');
  expect(sheet({})).toContain('Guadagnati in altre ATS, a parte8.913');
  expect(sheet({})).toContain('Proposta 3 · ATS della Città Metropolitana di Milano');
  expect(sheet({ serve_allo_scopo: true, residenti_guadagnati_altrove: 0 })).toContain('Ordine3ª da aprire');
  expect(sheet({ residenti_guadagnati_altrove: 0 })).not.toContain('altre ATS');
});
