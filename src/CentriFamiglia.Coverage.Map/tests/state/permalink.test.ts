import { describe, expect, it } from 'vitest';
import { fromAddress, fromHash, toHash } from '../../src/state/permalink';
import { changed, DEFAULT_VIEW, needsAnswers, type ViewState } from '../../src/state/viewState';

describe('the permalink', () => {
  it('of the usual view is empty', () => {
    expect(toHash(DEFAULT_VIEW)).toBe('');
    expect(fromHash('')).toEqual(DEFAULT_VIEW);
  });

  it('brings back every part of a view', () => {
    const view: ViewState = {
      ...DEFAULT_VIEW,
      theme: 'tempi',
      level: 'comune',
      statistic: 'media',
      sedi: 'note',
      ats: 'Val Padana',
      search: 'san colombano & co.',
      sort: { column: 'minuti', descending: true },
      page: 3,
      selection: { kind: 'comune', code: '015191' },
      camera: { lon: 9.4921, lat: 45.1837, zoom: 10.25 },
      showSites: false,
      showSuggestions: true,
      goal: 'cover',
      spokes: 25,
      everyUnit: true,
      knobs: {
        both: true,
        limit: 25.5,
        reach: 35,
        spokeCost: 20000,
        budget: 100000.5,
        atsBudget: 'libero',
        balance: true,
        share: 99.9,
        timeLimit: 30,
        fixed: ['016024'],
        onlyIn: ['017096', '017170'],
        notIn: ['017087'],
      },
      count: 'tutte',
      demand: 'eta_65_oltre',
      outcome: 'non_conforme',
      rule: 'R8',
      measure: 'e2sfca',
      classing: 'quantili',
      day: 'sab',
      minute: 9 * 60,
      against: 'proposte',
      beside: true,
    };
    expect(fromHash(toHash(view))).toEqual(view);
  });

  it.each([
    '#tema=altro&livello=regione&pagina=-3&valore=x',
    '#vista=abc,45,9',
    '#vista=9.1',
    '#scheda=comune',
    '#scheda=provincia:12',
    '#ordina=-',
    '#scopo=altro&nuovi=0',
    '#conta=nessuno',
    '#limite=0&portata=601&costo=0.5&spesa=-1&quota=101&tempo=1.5',
    '#spesa_ats=tutto&solo=brescia,17087&mai=&due_livelli=si&equilibrio=no',
    '#nuovi=12.5',
    '#esito=grave&regola=R19',
    '#misura=altra&classi=naturali',
    '#giorno=oggi&ora=17:31',
  ])('that cannot be read shows the usual view: %s', (hash) => {
    expect(fromHash(hash)).toEqual(DEFAULT_VIEW);
  });

  it('never asks for verdicts of comuni', () => {
    expect(fromHash('#tema=copertura&livello=comune').level).toBe('ambito');
  });
});

describe('a change of the view', () => {
  it('of theme drops the level, the order and the page that no longer fit', () => {
    const comuni = {
      ...DEFAULT_VIEW,
      theme: 'tempi',
      level: 'comune',
      page: 4,
      sort: { column: 'km', descending: true },
    } as const;
    expect(changed(comuni, { theme: 'copertura' })).toMatchObject({ level: 'ambito', page: 1, sort: null });
  });

  it('of page or selection keeps the rest', () => {
    const view = { ...DEFAULT_VIEW, search: 'lodi', page: 2 };
    expect(changed(view, { selection: { kind: 'ambito', code: 'lodi' } })).toMatchObject({ page: 2, search: 'lodi' });
    expect(changed(view, { search: 'lod' }).page).toBe(1);
  });
});

describe('new answers', () => {
  const proposals = { ...DEFAULT_VIEW, theme: 'proposte' } as const;

  it('are asked for where the search for sedi changes', () => {
    expect(needsAnswers(proposals, { ...proposals, goal: 'time' })).toBe(true);
    expect(needsAnswers(proposals, { ...proposals, ats: 'Pavia' })).toBe(true);
  });

  it('are asked for where others are weighed, in a view that weighs somebody', () => {
    expect(needsAnswers(proposals, { ...proposals, demand: 'famiglie' })).toBe(true);
    expect(needsAnswers(DEFAULT_VIEW, { ...DEFAULT_VIEW, demand: 'famiglie' })).toBe(false);
  });

  it('are not asked for by what only filters, sorts or hides', () => {
    expect(needsAnswers(DEFAULT_VIEW, { ...DEFAULT_VIEW, ats: 'Pavia', search: 'x', goal: 'time' })).toBe(false);
    expect(needsAnswers(proposals, { ...proposals, search: 'x', page: 2, showSites: false })).toBe(false);
  });
});

describe('a part of the permalink at its limits', () => {
  it.each([
    ['#pagina=0', { page: 1 }],
    ['#pagina=1', { page: 1 }],
    ['#pagina=2', { page: 2 }],
    ['#pagina=2.9', { page: 2 }],
    ['#nuovi=0', { spokes: 10 }],
    ['#nuovi=1', { spokes: 1 }],
    ['#nuovi=200', { spokes: 200 }],
    ['#nuovi=201', { spokes: 10 }],
    ['#nuovi=', { spokes: 10 }],
    ['#ordina=-hub', { sort: { column: 'hub', descending: true } }],
    ['#ordina=hub', { sort: { column: 'hub', descending: false } }],
    ['#ordina=hub-', { sort: { column: 'hub-', descending: false } }],
    ['#ordina=', { sort: null }],
    ['#scheda=rilievo:R8/rete/BG01:2', { selection: { kind: 'rilievo', code: 'R8/rete/BG01:2' } }],
    ['#scheda=sede:', { selection: null }],
    ['#scheda=:12', { selection: null }],
    ['#scheda=comune', { selection: null }],
    ['#scheda=', { selection: null }],
    ['#vista=180,85,9', { camera: { lon: 180, lat: 85, zoom: 9 } }],
    ['#vista=-180,-85,0', { camera: { lon: -180, lat: -85, zoom: 0 } }],
    ['#vista=180.1,45,9', { camera: null }],
    ['#vista=9,-85.1,9', { camera: null }],
    ['#vista=9,45', { camera: null }],
    ['#vista=9,45,x', { camera: null }],
    ['#vista=', { camera: null }],
    ['#mostra_sedi=1', { showSites: true }],
    ['#mostra_proposte=0', { showSuggestions: false }],
    ['#r1=0', { everyUnit: false }],
    ['#cerca=%23', { search: '#' }],
    ['cerca=a#b', { search: 'a#b' }],
    ['#sedi=&ats=', { sedi: null, ats: null }],
    ['#ora=20:30', { minute: 1230 }],
    ['#domanda=famiglie', { demand: 'famiglie' }],
    ['#domanda=eta_0_14=2,eta_65_oltre=1', { demand: 'eta_0_14=2,eta_65_oltre=1' }],
    ['#domanda=eta_0_14=-2', { demand: 'residenti' }],
    ['#domanda=eta_0_17', { demand: 'residenti' }],
  ])('%s is read', (hash, part) => {
    expect(fromHash(hash)).toMatchObject(part);
  });

  it.each([
    [{ theme: 'misure', measure: '2sfca' }, '#tema=misure&misura=2sfca'],
    [{ page: 2 }, '#pagina=2'],
    [{ theme: 'tempi', demand: 'eta_0_14' }, '#tema=tempi&domanda=eta_0_14'],
    [{ theme: 'tempi', demand: 'eta_0_14=2,famiglie=1' }, '#tema=tempi&domanda=eta_0_14=2,famiglie=1'],
    [{ sort: { column: 'hub', descending: false } }, '#ordina=hub'],
    [{ selection: { kind: 'sede', code: 'BG01-H' } }, '#scheda=sede:BG01-H'],
    [{ camera: { lon: 9.123456, lat: 45, zoom: 8.456 } }, '#vista=9.1235,45.0000,8.46'],
    [{ showSites: false, showSuggestions: true, everyUnit: true }, '#mostra_sedi=0&mostra_proposte=1&r1=1'],
  ] as const)('%o is written', (change, hash) => {
    expect(toHash({ ...DEFAULT_VIEW, ...change })).toBe(hash);
  });
});

it.each([
  [{ search: '?ats=brianza', hash: '' }, 'brianza'],
  [{ search: '?ats=brianza', hash: '#tema=tempi' }, 'brianza'],
  [{ search: '?ats=brianza', hash: '#ats=Pavia' }, 'Pavia'],
  [{ search: '', hash: '#ats=ATS%20della%20Brianza' }, 'ATS della Brianza'],
  [{ search: '', hash: '' }, null],
])('the address %o names the ATS %s', (address, ats) => {
  expect(fromAddress(address).ats).toBe(ats);
});
