import { describe, expect, it } from 'vitest';
import { apiUrl } from '../../src/api/apiClient';
import { downloadOf, fileName, groupsOf, questionOf } from '../../src/state/downloads';
import type { ViewData } from '../../src/state/viewData';
import type { ViewState } from '../../src/state/viewState';
import { shapes, site } from '../examples/rows';
import { byHand } from '../examples/trials';
import { shown, view } from '../examples/views';

it.each<[Partial<ViewState>, string]>([
  [{ theme: 'copertura', level: 'distretto' }, 'coverage?level=distretto'],
  [{ theme: 'tempi', level: 'comune' }, 'gaps?by=comune'],
  [{ theme: 'misure', level: 'ats', measure: 'gravity' }, 'measures?measure=gravity&by=ats'],
  [{ theme: 'orari', level: 'comune', day: 'sab', minute: 600 }, 'gaps?by=comune&at=sab+10%3A00'],
  [
    { theme: 'orari', against: 'altro', other: { date: '2024-06-30', sedi: 'note', rules: null } },
    'gaps?by=comune&at=mar+17%3A30&sedi=note&data=2024-06-30',
  ],
  [{ theme: 'rilievi', rule: 'R8', outcome: 'conforme' }, 'findings?rule=R8&verdict=conforme'],
  [{ theme: 'fragilita' }, 'fragility?'],
  [{ theme: 'risorse' }, 'budget?'],
  [{ theme: 'progettualita' }, 'networks?'],
  [{ theme: 'prova', trial: [{ op: 'close', id: 'BG01-S2' }] }, 'what-if?changed=si'],
  [{ theme: 'proposte', goal: 'cover', spokes: 7 }, 'suggestions?level=ambito&goal=cover'],
])('what is downloaded of %o is what is asked', (state, start) => {
  const { resource, query } = downloadOf(view({ ...state, sedi: 'note', ats: 'Pavia' }));
  const url = apiUrl(resource, query);
  expect(url.startsWith(`api/v1/${start}`), url).toBe(true);
  const { sedi, ats } = Object.fromEntries(new URLSearchParams(url.replace(/^.*\?/, '')));
  expect([sedi, ats]).toEqual(['note', 'Pavia']);
});

it('the changes of a trial stand in a body, whatever their number: an address has an end', () => {
  const trial = Array.from({ length: 200 }, (_, i) => ({ op: 'close' as const, id: `BG01-S${i}` }));
  const { resource, query, body } = downloadOf(view({ theme: 'prova', trial }));
  expect(apiUrl(resource, query)).toBe('api/v1/what-if?changed=si');
  expect(body).toEqual({ changes: trial });
  expect(downloadOf(view({ theme: 'tempi' })).body).toBeNull();
});

describe('of two states', () => {
  const compared = (state: Partial<ViewState>, by: 'altro' | 'proposte') =>
    groupsOf(
      view(state),
      shown({ trial: { ...byHand, by, changes: [{ op: 'close', id: 'X' }], name: 'Al 1 giugno 2024' } }),
    )
      .filter((group) => ['Tutti i dati della domanda', 'Gli stessi dati: al 1 giugno 2024'].includes(group.title))
      .map(({ resource, query, body }) => [apiUrl(resource, query), body]);

  it('one answer holds both, and what sets them apart', () => {
    const other = { date: '2024-06-01', sedi: null, rules: null };
    expect(compared({ theme: 'tempi', against: 'altro', other }, 'altro')).toEqual([
      ['api/v1/compare?data_dopo=2024-06-01&level=ambito', null],
    ]);
    expect(compared({ against: 'proposte', ats: 'Pavia' }, 'proposte')).toEqual([
      ['api/v1/what-if?changed=si&ats=Pavia', { changes: [{ op: 'close', id: 'X' }] }],
    ]);
  });

  it('a measure is given twice', () => {
    const other = { date: null, sedi: 'note', rules: null };
    expect(compared({ theme: 'misure', against: 'altro', other, sedi: 'mie' }, 'altro')).toEqual([
      ['api/v1/measures?measure=nearest&by=ambito&sedi=mie', null],
      ['api/v1/measures?measure=nearest&by=ambito&sedi=note', null],
    ]);
    expect(compared({ theme: 'misure', against: 'proposte' }, 'proposte')[1]).toEqual([
      'api/v1/measures?measure=nearest&by=ambito',
      { changes: [{ op: 'close', id: 'X' }] },
    ]);
  });
});

it('the question of a table has only the parameters that are given', () => {
  expect(questionOf(view({ theme: 'copertura', ats: 'Brescia' }))).toEqual({
    name: 'coverage',
    parameters: { level: 'ambito', ats: 'Brescia' },
  });
  const trial = [{ op: 'close' as const, id: 'X' }];
  expect(questionOf(view({ theme: 'prova', trial }))).toEqual({
    name: 'what-if',
    parameters: { changed: 'si', changes: trial },
  });
});

it.each<[Partial<ViewState>, string]>([
  [{ theme: 'copertura', ats: 'Brescia' }, 'copertura-ambiti-brescia'],
  [{ theme: 'misure', level: 'ats' }, 'misure-ats'],
  [{ theme: 'orari', level: 'comune' }, 'orari-comuni'],
  [{ theme: 'proposte', ats: 'Val Padana' }, 'proposte-val-padana'],
  [{ theme: 'rilievi', ats: 'Città Metropolitana di Milano' }, 'rilievi-citta-metropolitana-di-milano'],
])('a file of %o is called %s', (state, name) => expect(fileName(view(state))).toBe(name));

describe('besides its question a view offers what it draws', () => {
  const titles = (state: Partial<ViewState>, data: Partial<ViewData> = {}) =>
    groupsOf(view(state), shown(data)).map((group) => group.title);
  const sites = shapes({ ...site, site_id: 'BG01-H', status: 'active' as const });

  it('nothing more for the coverage', () => expect(titles({})).toEqual(['Tutti i dati della domanda']));

  it('the curve and the catchments of the proposals', () => {
    const proposals = { effects: new Map(), fills: new Map(), notes: [], curve: null } as never;
    const state = { theme: 'proposte', goal: 'cover', spokes: 7 } as const;
    expect(titles(state, { proposals })).toEqual([
      'Tutti i dati della domanda',
      'La curva dei nuovi Spoke',
      'Chi andrebbe a quale proposta',
    ]);
    const [, curve, catchments] = groupsOf(view(state), shown({ proposals }));
    expect(curve?.query).toMatchObject({ goal: 'cover', spokes: 10 });
    expect(catchments?.query).toMatchObject({ goal: 'cover', by: 'comune' });
  });

  it('the isochrones of the sede that is looked at, where there is a road network', () => {
    const selection = { kind: 'sede', code: 'BG01-H' } as const;
    expect(titles({ selection }, { sites, hasRoads: true })).toContain('Le isocrone di BG01-H');
    expect(titles({ selection }, { sites })).toEqual(['Tutti i dati della domanda']);
    const [, isochrones] = groupsOf(view({ selection }), shown({ sites, hasRoads: true }));
    expect(isochrones?.query).toMatchObject({ site: 'BG01-H', minutes: '15,30,45' });
  });
});
