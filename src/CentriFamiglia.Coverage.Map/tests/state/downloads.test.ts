import { expect, it } from 'vitest';
import { apiUrl } from '../../src/api/apiClient';
import { downloadOf } from '../../src/state/downloads';
import type { ViewState } from '../../src/state/viewState';
import { view } from '../examples/views';

it.each<[Partial<ViewState>, string]>([
  [{ theme: 'copertura', level: 'distretto' }, 'coverage?level=distretto'],
  [{ theme: 'tempi', level: 'comune' }, 'gaps?by=comune'],
  [{ theme: 'misure', level: 'ats', measure: 'gravity' }, 'measures?measure=gravity&by=ats'],
  [{ theme: 'orari', level: 'comune', day: 'sab', minute: 600 }, 'gaps?by=comune&at=sab+10%3A00'],
  [{ theme: 'rilievi', rule: 'R8', outcome: 'conforme' }, 'findings?rule=R8&verdict=conforme'],
  [{ theme: 'fragilita' }, 'fragility?'],
  [{ theme: 'risorse' }, 'budget?'],
  [{ theme: 'progettualita' }, 'networks?'],
  [{ theme: 'prova', trial: [{ op: 'close', id: 'BG01-S2' }] }, 'what-if?changed=si'],
  [{ theme: 'proposte', goal: 'cover', spokes: 7 }, 'suggestions?level=ambito&goal=cover'],
])('what is downloaded of %o is what is seen', (state, start) => {
  const { resource, query } = downloadOf(view({ ...state, sedi: 'note', ats: 'Pavia' }), 'csv');
  const url = apiUrl(resource, query);
  expect(url.startsWith(`api/v1/${start}`), url).toBe(true);
  const { sedi, ats, f } = Object.fromEntries(new URLSearchParams(url.replace(/^.*\?/, '')));
  expect([sedi, ats, f]).toEqual(['note', 'Pavia', 'csv']);
});

it('the changes of a trial stand in a body, whatever their number: an address has an end', () => {
  const trial = Array.from({ length: 200 }, (_, i) => ({ op: 'close' as const, id: `BG01-S${i}` }));
  const { resource, query, body } = downloadOf(view({ theme: 'prova', trial }), 'csv');
  expect(apiUrl(resource, query)).toBe('api/v1/what-if?changed=si&f=csv');
  expect(body).toEqual({ changes: trial });
  expect(downloadOf(view({ theme: 'tempi' }), 'csv').body).toBeNull();
});

it.each<[Partial<ViewState>, string]>([
  [{ theme: 'misure', level: 'ats' }, 'misure-ats.csv'],
  [{ theme: 'orari', level: 'comune' }, 'orari-comune.csv'],
  [{ theme: 'prova', level: 'ambito' }, 'prova-comune.csv'],
])('a file of %o is called %s', (state, name) => expect(downloadOf(view(state), 'csv').name).toBe(name));
