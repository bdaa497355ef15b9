import { describe, expect, it } from 'vitest';
import type { FragilityRow } from '../../src/api/fragilityRows';
import type { SuggestionRow } from '../../src/api/proposalRows';
import { describeOpen } from '../../src/map/features/doorFeatures';
import { isochroneSurfaces } from '../../src/map/features/isochroneFeatures';
import { areaNames, capitalNames, comuneNames } from '../../src/map/features/names';
import { ownPoints, siteMarkers, suggestionMarkers } from '../../src/map/features/points';
import type { ViewData } from '../../src/state/viewData';
import { area, comune, finding, openComune, shapes, site } from '../examples/rows';
import { shown, view } from '../examples/views';

const properties = (collection: { features: { properties: unknown }[] } | null) =>
  collection?.features.map((f) => f.properties) ?? null;

describe('the markers of the sedi', () => {
  it('tell the roles by their shape, and stand back outside the ATS chosen', () => {
    const sites = shapes(
      site,
      { ...site, site_id: 'PV01-S', role: 'spoke' as const, ats: 'Pavia' },
      { ...site, site_id: 'X', role: 'non_dichiarato' as const, ats: null },
    );
    const common = { kind: 'sede', title: 'Hub di Lodi' };
    expect(properties(siteMarkers(shown({ sites }), view({ ats: 'Milano' })))).toEqual([
      { ...common, code: 'LO01-H', subtitle: 'Hub · Lodi', marker: 'marker:house', rank: 1, outside: false },
      { ...common, code: 'PV01-S', subtitle: 'Spoke · Lodi', marker: 'marker:circle', rank: 0, outside: true },
      {
        ...common,
        code: 'X',
        subtitle: 'Sede, ruolo non dichiarato · Lodi',
        marker: 'marker:diamond',
        rank: 0,
        outside: true,
      },
    ]);
  });

  it('are only of what counts', () => {
    const sites = shapes({ ...site, status: 'planned' as const }, { ...site, status: 'closed' as const });
    expect(siteMarkers(shown({ sites }), view()).features).toEqual([]);
  });

  it('of the proposals have their number, and tell a Spoke from a new call', () => {
    const row = {
      tipo: 'spoke',
      pro_com_t: '098010',
      unita_codice: 'lodi',
      comune: 'Casale',
      ats: 'Milano',
      serve_allo_scopo: true,
      ordine: 1,
    } as SuggestionRow;
    const suggestions = shapes(row, { ...row, tipo: 'hub' as const, ordine: 12 });
    expect(properties(suggestionMarkers(shown({ suggestions }), view()))).toEqual([
      {
        kind: 'proposta',
        code: '098010-lodi',
        title: '1 · Casale',
        subtitle: 'Nuovo Spoke proposto',
        marker: 'pin:spoke:1',
        rank: 999,
        outside: false,
      },
      {
        kind: 'proposta',
        code: '098010-lodi',
        title: '12 · Casale',
        subtitle: 'Nuova manifestazione di interesse',
        marker: 'pin:hub:12',
        rank: 988,
        outside: false,
      },
    ]);
  });
});

it('a proposal that the goal does not need says so', () => {
  const row = { tipo: 'spoke', comune: 'Casale', ats: 'Milano', serve_allo_scopo: false } as SuggestionRow;
  expect(properties(suggestionMarkers(shown({ suggestions: shapes(row) }), view()))).toMatchObject([
    { subtitle: 'Nuovo Spoke proposto: non serve allo scopo' },
  ]);
});

describe('the points of a view that has its own', () => {
  const drawn = (data: Partial<ViewData>, ats: string | null = null) =>
    properties(ownPoints(shown(data), view({ ats })));

  it('are none elsewhere', () => {
    expect(drawn({ sites: shapes(site) })).toBeNull();
  });

  it('are the most serious finding of each sede and network', () => {
    const findings = shapes(
      finding,
      { ...finding, livello: 'sede' as const, codice: 'LO01-H', regola: 'R8', esito: 'conforme' as const },
      {
        ...finding,
        livello: 'rete' as const,
        codice: 'LO01',
        regola: 'R2',
        esito: 'informativo' as const,
        ats: 'Bergamo',
      },
      { ...finding, livello: 'rete' as const, codice: 'LO01', regola: 'R3', esito: 'non_conforme' as const },
    );
    expect(drawn({ findings }, 'Milano')).toEqual([
      {
        kind: 'rilievo',
        code: 'R8/sede/LO01-H',
        title: 'Lodi',
        subtitle: 'R8: conforme',
        fill: '#6ba3c7',
        ink: '#17324d',
        radius: 3.5,
        outside: false,
      },
      {
        kind: 'rilievo',
        code: 'R3/rete/LO01',
        title: 'Lodi',
        subtitle: 'R3: non conforme',
        fill: '#f4b06a',
        ink: '#a8480a',
        radius: 7,
        outside: false,
      },
    ]);
  });

  it('are the sedi, the larger the more is lost', () => {
    const row = { site_id: 'LO01-H', name: 'Hub di Lodi', ats: 'Milano', critica: true, posizione: 3 } as FragilityRow;
    const sites = shapes(row, { ...row, critica: false, posizione: 1234 }, { ...row, critica: false, posizione: null });
    const common = { kind: 'sede', code: 'LO01-H', title: 'Hub di Lodi', outside: false };
    expect(drawn({ fragility: { sites, loads: new Map() } })).toEqual([
      { ...common, subtitle: '3ª · fra le dieci più critiche', fill: '#a8480a', ink: '#ffffff', radius: 8 },
      { ...common, subtitle: '1.234ª · la chiusura allontana residenti', fill: '#f4b06a', ink: '#a8480a', radius: 5 },
      { ...common, subtitle: 'La chiusura non cambia nulla', fill: '#ffffff', ink: '#17324d', radius: 3.5 },
    ]);
  });

  it('are the open doors and the uncertain ones, never the closed', () => {
    const sites = shapes(...['LO01-H', 'A', 'B', 'C', 'closed'].map((site_id) => ({ ...site, site_id })));
    const doors = { open: 1, closed: 1, undeclared: ['A'], unread: ['B'], partial: ['C', 'LO01-H'] };
    const open = { rows: new Map([['098031', openComune]]), doors };
    const common = { kind: 'sede', title: 'Hub di Lodi', outside: false };
    const pale = { ...common, subtitle: 'orari non noti per intero', fill: '#ffffff', ink: '#17324d', radius: 4 };
    expect(drawn({ sites, open })).toEqual([
      { ...common, code: 'LO01-H', subtitle: 'aperta', fill: '#17324d', ink: '#ffffff', radius: 5.5 },
      { ...pale, code: 'A' },
      { ...pale, code: 'B' },
      { ...pale, code: 'C' },
    ]);
  });
});

describe('a comune in the view of the hours', () => {
  it.each([
    [{ oltre_limite: false }, 'Entro il limite · sede aperta più vicina: 12,0 min', '#6ba3c7'],
    [
      { oltre_limite: true, oltre_limite_se_incerte_aperte: true },
      'Oltre il limite · sede aperta più vicina: 12,0 min',
      '#f4b06a',
    ],
    [
      { oltre_limite: true, oltre_limite_se_incerte_aperte: false },
      'Forse · sede aperta più vicina: 12,0 min',
      '#dcebf5',
    ],
    [{ oltre_limite: null, minuti: null }, 'Non si può dire · nessuna sede aperta', '#eceae6'],
  ])('%o', (change, subtitle, fill) => {
    const described = describeOpen({ ...openComune, ...change });
    expect([described.subtitle, described.paint.fill]).toEqual([subtitle, fill]);
  });

  it('that the service does not name has no data', () => {
    expect(describeOpen(undefined)).toMatchObject({
      subtitle: 'senza dati',
      paint: { pattern: 'dots', fill: '#d9d5cf' },
    });
  });
});

it('the farthest isochrone is drawn first, so that the nearest lies on top', () => {
  const rows = [15, 45, 30].map((minuti) => ({
    site_id: 'X',
    nome: '',
    minuti,
    residenti: 0,
    stato: 'ok' as const,
    aggancio_m: 1,
    strada: null,
    dimostrativo: false,
  }));
  expect(properties(isochroneSurfaces(shapes(...rows)))).toEqual([
    { fill: '#cdb3e3' },
    { fill: '#9465bd' },
    { fill: '#5b2a86' },
  ]);
});

describe('the names on the map', () => {
  const at = <Row>(row: Row) => ({
    type: 'FeatureCollection' as const,
    features: [
      { type: 'Feature' as const, geometry: { type: 'Point' as const, coordinates: [9.5, 45.3] }, properties: row },
      { type: 'Feature' as const, geometry: null, properties: row },
    ],
  });

  it('stand where their area has a point, the most populous first', () => {
    expect(areaNames(at({ ...area, nome: 'Alto Lodigiano' }), 'ambito').features).toEqual([
      {
        type: 'Feature',
        geometry: { type: 'Point', coordinates: [9.5, 45.3] },
        properties: { name: 'Alto Lodigiano', rank: -228000, size: 11.5 },
      },
    ]);
    expect(properties(areaNames(at(area), 'ats'))).toEqual([{ name: 'ATS Lodi', rank: -228000, size: 14 }]);
  });

  it('are those of the capoluoghi at any scale, and an area named like one leaves it the name', () => {
    expect(properties(comuneNames(at({ ...comune, pro_com_t: '098031' })))).toEqual([]);
    expect(capitalNames().features).toContainEqual({
      type: 'Feature',
      geometry: { type: 'Point', coordinates: [9.5008, 45.3099] },
      properties: { name: 'Lodi', rank: -44709 },
    });
    expect(capitalNames().features).toHaveLength(12);
    expect(properties(comuneNames(at({ ...comune, pro_com_t: '098001', comune: 'Abbadia Cerreto' })))).toEqual([
      { name: 'Abbadia Cerreto', rank: -45000 },
    ]);
    expect(areaNames(at(area), 'ambito').features).toEqual([]);
  });
});
