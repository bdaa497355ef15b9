import { expect, it } from 'vitest';
import { downloadUrl } from '../../src/state/downloads';
import type { ViewState } from '../../src/state/viewState';
import { view } from '../examples/views';

it.each<[Partial<ViewState>, string]>([
  [{ theme: 'copertura', level: 'distretto' }, 'coverage?level=distretto'],
  [{ theme: 'tempi', level: 'comune' }, 'gaps?by=comune'],
  [{ theme: 'misure', level: 'ats', measure: 'gravity' }, 'measures?measure=gravity&by=ats'],
  [{ theme: 'orari', level: 'comune', day: 'sab', minute: 600 }, 'gaps?by=comune&at=sab+10%3A00'],
  [{ theme: 'rilievi', rule: 'R8', outcome: 'conforme' }, 'findings?rule=R8&verdict=conforme'],
  [{ theme: 'fragilita' }, 'fragility?'],
  [
    { theme: 'prova', trial: [{ op: 'close', id: 'BG01-S2' }] },
    'what-if?changes=%5B%7B%22op%22%3A%22close%22%2C%22id%22%3A%22BG01-S2%22%7D%5D&changed=si',
  ],
  [{ theme: 'proposte', goal: 'cover', spokes: 7 }, 'suggestions?level=ambito&goal=cover'],
])('what is downloaded of %o is what is seen', (state, start) => {
  const url = downloadUrl(view({ ...state, sedi: 'note', ats: 'Pavia' }), 'csv');
  expect(url.startsWith(`api/v1/${start}`), url).toBe(true);
  const { sedi, ats, f } = Object.fromEntries(new URLSearchParams(url.replace(/^.*\?/, '')));
  expect([sedi, ats, f]).toEqual(['note', 'Pavia', 'csv']);
});
