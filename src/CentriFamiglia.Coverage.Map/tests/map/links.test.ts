import type { Point } from 'geojson';
import { expect, it } from 'vitest';
import type { SiteRow } from '../../src/api/rows';
import { links } from '../../src/map/features/links';
import { comune, site } from '../examples/rows';
import { shown, view } from '../examples/views';

const at = (lon: number): Point => ({ type: 'Point', coordinates: [lon, 45] });

const placed = <Row>(...rows: [Row, number][]) => ({
  type: 'FeatureCollection' as const,
  features: rows.map(([properties, lon]) => ({ type: 'Feature' as const, geometry: at(lon), properties })),
});

const spoke: SiteRow = { ...site, site_id: 'LO01-S1', role: 'spoke' };
const data = shown({
  sites: placed(
    [site, 9],
    [spoke, 10],
    [{ ...spoke, site_id: 'LO01-S2', status: 'closed' }, 11],
    [{ ...spoke, site_id: 'X', network_id: null }, 12],
  ),
  comuni: placed([comune, 8], [{ ...comune, sede_vicina: null }, 7]),
});

const lines = (...of: Parameters<typeof view>) =>
  links(data, view(...of)).features.map((f) => [f.properties?.['link'], f.geometry]);
const line = (from: number, to: number) => ({
  type: 'LineString',
  coordinates: [
    [from, 45],
    [to, 45],
  ],
});

it('nobody who asks for no lines sees any', () => {
  expect(lines()).toEqual([]);
});

it('each active Spoke has a line to the Hub of its network', () => {
  expect(lines({ layers: ['reti'] })).toEqual([['network', line(10, 9)]]);
});

it('the network of the sede that is selected is always there', () => {
  expect(lines({ selection: { kind: 'sede', code: 'LO01-H' } })).toEqual([['chosen', line(10, 9)]]);
  expect(lines({ selection: { kind: 'sede', code: 'X' } })).toEqual([]);
});

it('the comuni point to their nearest sede in the view of the times only', () => {
  expect(lines({ layers: ['percorsi'] })).toEqual([]);
  expect(lines({ layers: ['percorsi'], theme: 'tempi' })).toEqual([['journey', line(8, 9)]]);
});
