import { describe, expect, it } from 'vitest';
import { surfaces } from '../../src/map/features/surfaces';
import type { MeasureData } from '../../src/state/measureData';
import { areaItem, byCode, comuneItem } from '../../src/state/measureItems';
import type { ViewData } from '../../src/state/viewData';
import type { ViewState } from '../../src/state/viewState';
import type { Outcome } from '../../src/text/words';
import { area, comune, effect, finding, gap, proposals as none, openComune, shapes } from '../examples/rows';
import { shown, view } from '../examples/views';

const far = { ...area, codice: 'pavia', nome: 'Pavia', ats: 'Pavia', verdetto: 'SCOPERTO' as const };
const areas = shapes(area, { ...far, gap: { ...gap, minuti_mediana: 41, quota_oltre_limite_pct: 10.5 } });
const comuni = shapes(comune, {
  ...comune,
  pro_com_t: '018110',
  comune: 'Pavia',
  ats: 'Pavia',
  minuti: 31,
  oltre_limite: true,
});

const measureRow = {
  ats: 'Milano',
  residenti: 45000,
  unita: 'minuti',
  viaggio: 'stima' as const,
  fonte_stato: 'listed' as const,
  dimostrativo: false,
  elenco_incompleto: false,
};
const areaRow = {
  ...measureRow,
  codice: 'lodi',
  nome: 'Lodi',
  comuni: 60,
  media: 22,
  mediana: 4,
  p90: 31,
  residenti_senza_accesso: 0,
};
const comuneRow = { ...measureRow, pro_com_t: '098031', comune: 'Lodi', ambito: 'Lodi', valore: 12, motivo: null };
const itemsOfComuni = (row = comuneRow) => {
  const items = byCode([comuneItem(row)]);
  return { media: items, mediana: items };
};
const measure = (items: MeasureData['items']): MeasureData => ({
  measure: 'nearest',
  unit: 'minuti',
  items,
  indices: [],
  reach: new Map(),
  warnings: [],
});
const measureOfAreas = measure({
  media: byCode([areaItem('media')(areaRow)]),
  mediana: byCode([areaItem('mediana')(areaRow)]),
});
const measureOfComuni = measure(itemsOfComuni());

const findings = (...outcomes: Outcome[]) =>
  shapes(...outcomes.map((esito, i) => ({ ...finding, regola: `R${i + 1}`, esito })));
const proposals = { ...none, effects: new Map([['098031', effect]]) };
const doors = { open: 0, closed: 0, undeclared: [], unread: [], partial: [] };
const open = {
  rows: new Map([
    ['098031', openComune],
    ['018110', { ...openComune, oltre_limite: true }],
  ]),
  doors,
};

/** Code, fill, pattern and second line of the tooltip of each surface. */
const drawn = (data: Partial<ViewData>, state: Partial<ViewState>) =>
  surfaces(shown(data), view(state)).features.map(({ properties: p }) => [
    p?.['code'],
    p?.['fill'],
    p?.['pattern'],
    p?.['subtitle'],
  ]);

const LINES = 'pattern:cased:#b3261e';

describe('the surfaces of every view', () => {
  it.each<[string, Partial<ViewData>, Partial<ViewState>, unknown[][]]>([
    [
      'coverage',
      { areas },
      { theme: 'copertura' },
      [
        ['lodi', '#6ba3c7', undefined, 'Sede presente'],
        ['pavia', '#f4b06a', 'pattern:cross:#a8480a', 'Scoperto'],
      ],
    ],
    [
      'travel by median',
      { areas },
      { theme: 'tempi' },
      [
        ['lodi', '#f3f1df', undefined, 'mediana 4,0 min'],
        ['pavia', '#274b7a', LINES, 'mediana 41,0 min'],
      ],
    ],
    [
      'travel by mean',
      { areas },
      { theme: 'tempi', statistic: 'media' },
      [
        ['lodi', '#4fa6ad', undefined, 'media 22,0 min'],
        ['pavia', '#4fa6ad', LINES, 'media 22,0 min'],
      ],
    ],
    [
      'travel by comune',
      { areas, comuni },
      { theme: 'tempi', level: 'comune' },
      [
        ['098031', '#93cbbd', undefined, '12,0 min'],
        ['018110', '#2a7797', LINES, '31,0 min'],
      ],
    ],
    [
      'measures by median',
      { areas, measure: measureOfAreas },
      { theme: 'misure' },
      [
        ['lodi', '#f3f1df', undefined, '4,0 minuti'],
        ['pavia', '#d9d5cf', 'pattern:dots:#6b645c', 'senza valore'],
      ],
    ],
    [
      'measures by mean',
      { areas, comuni, measure: measureOfAreas },
      { theme: 'misure', statistic: 'media' },
      [
        ['lodi', '#2a7797', undefined, '22,0 minuti'],
        ['pavia', '#d9d5cf', 'pattern:dots:#6b645c', 'senza valore'],
      ],
    ],
    [
      'measures by comune',
      { areas, comuni, measure: measureOfComuni },
      { theme: 'misure', level: 'comune' },
      [
        ['098031', '#93cbbd', undefined, '12,0 minuti'],
        ['018110', '#d9d5cf', 'pattern:dots:#6b645c', 'senza valore'],
      ],
    ],
    [
      'hours',
      { areas, comuni, open },
      { theme: 'orari', level: 'comune' },
      [
        ['098031', '#6ba3c7', undefined, 'Entro il limite · sede aperta più vicina: 12,0 min'],
        ['018110', '#dcebf5', 'pattern:diagonal:#4b88ae', 'Forse · sede aperta più vicina: 12,0 min'],
      ],
    ],
    [
      'proposals',
      { areas, comuni, proposals },
      { theme: 'proposte' },
      [
        ['098031', '#f3dce8', undefined, 'verso Casalpusterlengo: 22,0 min → 11,0 min'],
        ['018110', '#f0f1ee', undefined, 'nessuna proposta è più vicina · 31,0 min'],
      ],
    ],
    [
      'findings',
      { areas, findings: findings('conforme', 'informativo', 'conforme') },
      { theme: 'rilievi' },
      [
        ['lodi', '#dcebf5', 'pattern:diagonal:#4b88ae', 'R2: informativo'],
        ['pavia', '#f0f1ee', undefined, 'nessun rilievo'],
      ],
    ],
    [
      'findings of one rule',
      { areas, findings: findings('conforme', 'informativo') },
      { theme: 'rilievi', rule: 'R1' },
      [
        ['lodi', '#6ba3c7', undefined, 'R1: conforme'],
        ['pavia', '#f0f1ee', undefined, 'nessun rilievo'],
      ],
    ],
    [
      'fragility',
      { areas, fragility: { sites: shapes(), loads: new Map() } },
      { theme: 'fragilita' },
      [
        ['lodi', '#f0f1ee', undefined, 'Sede presente'],
        ['pavia', '#f0f1ee', undefined, 'Scoperto'],
      ],
    ],
  ])('%s', (_, data, state, expected) => {
    expect(drawn(data, state)).toEqual(expected);
  });

  it('step back outside the ATS chosen, areas and comuni alike', () => {
    const outside = (state: Partial<ViewState>) =>
      surfaces(shown({ areas, comuni }), view(state)).features.map((f) => f.properties?.['outside']);
    expect(outside({ ats: 'Pavia' })).toEqual([true, false]);
    expect(outside({ theme: 'tempi', level: 'comune', ats: 'Milano' })).toEqual([false, true]);
    expect(outside({})).toEqual([false, false]);
  });

  it('are areas while the comuni are still on their way', () => {
    expect(drawn({ areas }, { theme: 'tempi', level: 'comune' }).map(([code]) => code)).toEqual(['lodi', 'pavia']);
  });
});

describe('what is not known', () => {
  const unknown = { ...area, verdetto: 'NON_CARICATO' as const, elenco_incompleto: null };
  const unknownComune = { ...comune, minuti: null, oltre_limite: null, elenco_incompleto: null };
  const data: Partial<ViewData> = { areas: shapes(unknown), comuni: shapes(unknownComune) };
  const none = { rows: new Map([['098031', { ...openComune, ...unknownComune }]]), doors };

  it.each<[string, Partial<ViewData>, Partial<ViewState>]>([
    ['coverage', {}, { theme: 'copertura' }],
    ['travel', {}, { theme: 'tempi' }],
    ['travel by comune', {}, { theme: 'tempi', level: 'comune' }],
    ['measures', { measure: measureOfAreas }, { theme: 'misure' }],
    ['measures by comune', { measure: measureOfComuni }, { theme: 'misure', level: 'comune' }],
    ['hours', { open: none }, { theme: 'orari', level: 'comune' }],
    ['proposals', { proposals }, { theme: 'proposte' }],
    ['findings', { findings: findings('non_dichiarato') }, { theme: 'rilievi' }],
    ['fragility', { fragility: { sites: shapes(), loads: new Map() } }, { theme: 'fragilita' }],
  ])('is drawn and told the same in the view of the %s', (_, own, state) => {
    const [surface] = drawn({ ...data, ...own }, state);
    expect(surface?.slice(1)).toEqual([
      '#f7f6f3',
      'pattern:level:#aaa69e',
      'Non noto: l’elenco delle sedi dell’ATS non è completo',
    ]);
  });
});

it('figures of a list that is not complete are bounds', () => {
  const partial = { ...area, elenco_incompleto: true, gap: { ...gap, elenco_incompleto: true } };
  const partialComune = { ...comune, elenco_incompleto: true };
  const bounds = measure(itemsOfComuni({ ...comuneRow, elenco_incompleto: true }));
  const words = (own: Partial<ViewData>, state: Partial<ViewState>) =>
    drawn({ areas: shapes(partial), comuni: shapes(partialComune), ...own }, state)[0]?.[3];
  expect(words({}, { theme: 'copertura' })).toBe('Sede presente');
  expect(words({}, { theme: 'tempi' })).toBe('mediana al più 4,0 min');
  expect(words({}, { theme: 'tempi', level: 'comune' })).toBe('al più 12,0 min');
  expect(words({ measure: bounds }, { theme: 'misure', level: 'comune' })).toBe('al più 12,0 minuti');
  expect(
    words(
      { open: { rows: new Map([['098031', { ...openComune, ...partialComune }]]), doors } },
      { theme: 'orari', level: 'comune' },
    ),
  ).toBe('Entro il limite · sede aperta più vicina: al più 12,0 min');
  expect(words({ proposals }, { theme: 'proposte' })).toBe('verso Casalpusterlengo: al più 22,0 min → 11,0 min');
});
