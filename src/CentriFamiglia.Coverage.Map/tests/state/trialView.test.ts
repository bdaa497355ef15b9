import type { Geometry, Position } from 'geojson';
import { describe, expect, it } from 'vitest';
import type { Shapes } from '../../src/api/apiClient';
import type { ComuneRow, SiteRow } from '../../src/api/rows';
import type { TrialSede } from '../../src/api/trialRows';
import { networkFor, withTrial } from '../../src/state/trialView';
import { comune, site } from '../examples/rows';
import { answer } from '../examples/trials';
import { shown } from '../examples/views';

const square = (west: number, south: number): Position[][] => [
  [
    [west, south],
    [west + 1, south],
    [west + 1, south + 1],
    [west, south + 1],
    [west, south],
  ],
];

/** Two comuni side by side, of two ATS: Lodi in the west, Crema in the east. */
const lodi = { ...comune, ats: 'Milano' };
const crema = { ...comune, pro_com_t: '019035', comune: 'Crema', ats: 'Val Padana' };
let looked = 0;
const feature = (properties: ComuneRow, coordinates: Position[][]) => ({
  type: 'Feature' as const,
  properties,
  get geometry(): Geometry {
    looked++;
    return { type: 'Polygon', coordinates };
  },
});
const comuni: Shapes<ComuneRow> = {
  type: 'FeatureCollection',
  features: [feature(lodi, square(9, 45)), feature(crema, square(10, 45))],
};

const at = (own: Partial<SiteRow>, ...coordinates: Position): Shapes<SiteRow>['features'][number] => ({
  type: 'Feature',
  geometry: { type: 'Point', coordinates },
  properties: { ...site, ...own },
});

describe('the network offered to a new Spoke', () => {
  const sites: Shapes<SiteRow> = {
    type: 'FeatureCollection',
    features: [
      at({ site_id: 'LO01-H', network_id: 'LO01', ats: 'Milano' }, 9.1, 45.5),
      at({ site_id: 'CR01-H', network_id: 'CR01', ats: 'Val Padana' }, 10.9, 45.5),
      at({ site_id: 'CR02-H', network_id: 'CR02', ats: 'Val Padana' }, 11.5, 45.5),
    ],
  };
  const data = shown({ comuni, comuneShapes: comuni, sites });

  it('in a comune is of its ATS, though its border begins in another', () => {
    expect(networkFor(data, { pro_com_t: crema.pro_com_t })).toBe('CR01');
    expect(networkFor(data, { pro_com_t: lodi.pro_com_t })).toBe('LO01');
  });

  it('at a place is of the ATS that it lies in', () => {
    expect(networkFor(data, { lon: 10.01, lat: 45.5 })).toBe('CR01');
    expect(networkFor(data, { lon: 9.99, lat: 45.5 })).toBe('LO01');
  });

  it('is of the nearest of all where no comune is known, and none in a comune that is not', () => {
    expect(networkFor({ ...data, comuni: null, comuneShapes: null }, { lon: 10.01, lat: 45.5 })).toBe('CR01');
    expect(networkFor({ ...data, comuni: null, comuneShapes: null }, { lon: 9.9, lat: 45.5 })).toBe('LO01');
    expect(networkFor({ ...data, comuni: null, comuneShapes: null }, { pro_com_t: crema.pro_com_t })).toBeNull();
  });
});

describe('the comune of a sede in a trial', () => {
  const told: TrialSede = { id: 'LO01-H', pro_com_t: '098031', comune: 'Lodi', ats: 'Milano', lon: 9.5, lat: 45.5 };
  const sites: Shapes<SiteRow> = { type: 'FeatureCollection', features: [at({ comune: 'Codogno' }, 9.2, 45.2)] };
  const seen = (change: object, all: Shapes<ComuneRow> | null = comuni) => {
    looked = 0;
    const changes = [{ op: 'move' as const, id: 'LO01-H', ...change }];
    const view = withTrial(shown({ comuneShapes: all, sites }), changes, answer({ sedi: [told] }));
    return view.sites.features[0]?.properties.comune;
  };

  it('is the one of the answer for the very place, without a search', () => {
    expect(seen({ lon: 9.5, lat: 45.5 })).toBe('Lodi');
    expect(looked).toBe(0);
  });

  it('is looked up while the sede is dragged elsewhere', () => {
    expect(seen({ lon: 10.5, lat: 45.5 })).toBe('Crema');
    expect(looked).toBeGreaterThan(0);
  });

  it('is not that of an older place where the comuni have not come', () => {
    expect(seen({ lon: 10.5, lat: 45.5 }, null)).toBe('Codogno');
    expect(seen({ lon: 9.5, lat: 45.5 }, null)).toBe('Lodi');
  });

  it('is the one named, where the service puts it', () => {
    expect(seen({ pro_com_t: '098031' })).toBe('Lodi');
    expect(seen({ pro_com_t: '019035' })).toBe('Codogno');
  });
});
