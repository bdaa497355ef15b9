import { describe, expect, it } from 'vitest';
import { fromHash, toHash } from '../../src/state/permalink';
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
      outcome: 'non_conforme',
      rule: 'R8',
      measure: 'e2sfca',
      classing: 'quantili',
      day: 'sab',
      minute: 9 * 60,
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

  it('are not asked for by what only filters, sorts or hides', () => {
    expect(needsAnswers(DEFAULT_VIEW, { ...DEFAULT_VIEW, ats: 'Pavia', search: 'x', goal: 'time' })).toBe(false);
    expect(needsAnswers(proposals, { ...proposals, search: 'x', page: 2, showSites: false })).toBe(false);
  });
});
