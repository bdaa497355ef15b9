import type { Point } from 'geojson';
import { describe, expect, it } from 'vitest';
import type { SuggestionRow } from '../../src/api/proposalRows';
import { catchmentOf, focusOf, placesOf } from '../../src/map/features/selectionShapes';
import { area, comune, effect, finding, proposals, site } from '../examples/rows';
import { shown } from '../examples/views';

const point = (lon: number): Point => ({ type: 'Point', coordinates: [lon, 45] });
/** Rows at the points of longitude 1, 2, ... and so on. */
const placed = <Row>(...rows: Row[]) => ({
  type: 'FeatureCollection' as const,
  features: rows.map((properties, i) => ({ type: 'Feature' as const, geometry: point(i + 1), properties })),
});
const proposal = { pro_com_t: '098010', unita_codice: 'lodi' } as SuggestionRow;

const data = shown({
  sites: placed({ ...site, site_id: 'other' }, site),
  suggestions: placed({ ...proposal, unita_codice: 'pavia' }, proposal),
  comuni: placed(comune, { ...comune, pro_com_t: '098040' }, { ...comune, pro_com_t: '098041' }),
  areas: placed({ ...area, codice: 'pavia' }, area),
  findings: placed(
    { ...finding, codice: 'altrove' },
    finding,
    { ...finding, livello: 'rete' as const, codice: 'lodi' },
    { ...finding, livello: 'distretto' as const },
  ),
  proposals: {
    ...proposals,
    effects: new Map([
      ['098031', effect],
      ['098040', { ...effect, sede_proposta: '098011' }],
    ]),
  },
});

describe('what is selected has a place and an outline', () => {
  it.each([
    ['sede', 'LO01-H', [2]],
    ['sede', 'nessuna', []],
    ['comune', '098040', [2]],
    ['ambito', 'lodi', [2]],
    ['ambito', 'brescia', []],
    ['distretto', 'lodi', []],
    // A finding on an area of the level is the area; any other is the point that the service gives it.
    ['rilievo', 'R1/ambito/lodi', [2]],
    ['rilievo', 'R1/ambito/altrove', [1]],
    ['rilievo', 'R1/rete/lodi', [3]],
    ['rilievo', 'R1/distretto/lodi', [4]],
    ['rilievo', 'R2/ambito/lodi', []],
  ] as const)('%s %s', (kind, code, lons) => {
    expect(placesOf({ kind, code }, data).map((f) => f.geometry)).toEqual(lons.map(point));
  });

  it.each([
    ['sede', 'LO01-H', null, [2]],
    ['comune', '098040', { kind: 'comune', code: '098040' }, []],
    ['ambito', 'lodi', { kind: 'ambito', code: 'lodi' }, []],
    ['distretto', 'lodi', null, []],
    ['rilievo', 'R1/ambito/lodi', { kind: 'ambito', code: 'lodi' }, []],
    ['rilievo', 'R1/rete/lodi', null, [3]],
  ] as const)('%s %s by the border of its tiles where it is an area', (kind, code, area, lons) => {
    expect(focusOf({ kind, code }, data)).toEqual({ area, shapes: lons.map(point) });
  });

  it('with its catchment where it is a proposal', () => {
    const ring = [
      [0, 0],
      [1, 0],
      [1, 1],
      [0, 0],
    ];
    const surface = { type: 'Polygon' as const, coordinates: [ring] };
    const comuneShapes = {
      type: 'FeatureCollection' as const,
      features: [{ type: 'Feature' as const, geometry: surface, properties: comune }],
    };
    const proposta = { kind: 'proposta', code: '098010-lodi' } as const;
    expect(focusOf(proposta, { ...data, comuneShapes }).shapes).toEqual([
      point(2),
      { type: 'MultiLineString', coordinates: [ring] },
    ]);
    expect(focusOf(proposta, data).shapes).toEqual([point(2)]);
  });

  it('only where the view holds it', () => {
    expect(placesOf({ kind: 'comune', code: '098031' }, shown())).toEqual([]);
    expect(placesOf({ kind: 'rilievo', code: 'R1/ambito/lodi' }, shown())).toEqual([]);
  });
});

describe('the comuni that would go to a proposal', () => {
  it('are found by the comune it stands in', () => {
    expect(catchmentOf({ kind: 'proposta', code: '098010-lodi' }, data).map((f) => f.geometry)).toEqual([point(1)]);
    expect(catchmentOf({ kind: 'proposta', code: 'altrove' }, data)).toEqual([]);
  });

  it('are of no other selection, and of no other view', () => {
    expect(catchmentOf({ kind: 'sede', code: '098010-lodi' }, data)).toEqual([]);
    expect(catchmentOf({ kind: 'proposta', code: '098010-lodi' }, { ...data, proposals: null })).toEqual([]);
    expect(catchmentOf({ kind: 'proposta', code: '098010-lodi' }, { ...data, comuni: null })).toEqual([]);
  });
});
