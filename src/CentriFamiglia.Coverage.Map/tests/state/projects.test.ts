import { describe, expect, it } from 'vitest';
import type { LayoutRow } from '../../src/api/layoutRows';
import type { NetworkRow } from '../../src/api/rows';
import { layoutState } from '../../src/domain/projects';
import { describeLayout } from '../../src/map/features/layoutFeatures';
import { headlineOf } from '../../src/state/headline';
import { listingFor } from '../../src/table/listings/listingFor';
import { shapes, site } from '../examples/rows';
import { shown, view } from '../examples/views';

const network: NetworkRow = {
  network_id: 'LO01',
  name: 'Rete di Lodi',
  ats: 'Milano',
  manager_kind: 'Ambito',
  contribution_eur: 65_000,
  months: 12,
  start_date: '2024-02-01',
  end_date: '2025-01-31',
  extension_date: null,
  partner_count: null,
  hub: 1,
  spoke: 3,
  dimostrativo: false,
  in_corso: true,
};
const row: LayoutRow = {
  ats: 'Milano',
  codice: 'milano',
  reti: 1,
  reti_atto: 1,
  hub: 1,
  spoke: 3,
  partner: null,
  differenze: null,
  elenco_incompleto: false,
};
const layout = new Map([['Milano', row]]);

describe('the networks of an ATS', () => {
  it.each<[Partial<LayoutRow>, string]>([
    [{}, 'uguale'],
    [{ differenze: 'reti 2, atto 1' }, 'diverso'],
    [{ elenco_incompleto: true }, 'nonConfrontato'],
    [{ reti_atto: null }, 'nonConfrontato'],
    [{ elenco_incompleto: null, reti: null }, 'nonNoto'],
  ])('%o stand beside the act: %s', (own, expected) => expect(layoutState({ ...row, ...own })).toBe(expected));

  it('say under the pointer what differs', () => {
    expect(describeLayout({ ...row, reti: 2, differenze: 'reti 2, atto 1' }).subtitle).toBe('2 reti · reti 2, atto 1');
    expect(describeLayout(undefined).subtitle).toBe('Non noto');
  });

  it('are counted where they run', () => {
    const networkRows = [network, { ...network, in_corso: false }, { ...network, start_date: null }];
    expect(headlineOf(shown({ layout, networkRows }), view({ theme: 'progettualita', level: 'ats' }))).toBe(
      'Sono in corso 2 reti: 2 Hub e 6 Spoke; 1 non dichiara l’inizio',
    );
  });
});

it('a network is listed with what it declares, and opens its Hub', () => {
  const sites = shapes({ ...site, declared_ambiti: 'Lodi|Crema' });
  const listing = listingFor(shown({ layout, networkRows: [network], sites }), view({ theme: 'progettualita' }));
  expect(listing.lines[0]?.selection).toEqual({ kind: 'sede', code: 'LO01-H' });
  expect(listing.lines[0]?.cells.map((cell) => cell.text)).toEqual([
    'Rete di Lodi',
    '3',
    '1 febbraio 2024',
    '12',
    'Ambito',
    'Lodi, Crema',
    '65.000 €',
    'Milano',
  ]);
});

it('where there is no network, how to import them is said', () => {
  const listing = listingFor(shown({ layout: new Map(), networkRows: [] }), view({ theme: 'progettualita' }));
  expect(listing.nothing).toContain('coverage import reti.csv');
});
