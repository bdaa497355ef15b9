// @vitest-environment jsdom

import type { Map as MapLibreMap } from 'maplibre-gl';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Collection } from '../../src/map/features/collection';
import { surfaces } from '../../src/map/features/surfaces';
import { LAYERS } from '../../src/map/layers';
import { TiledAreas } from '../../src/map/tiledAreas';
import { tileAddress } from '../../src/map/tiles';
import type { ViewData } from '../../src/state/viewData';
import type { ViewState } from '../../src/state/viewState';
import { area, comune, shapes } from '../examples/rows';
import { shown, view } from '../examples/views';

afterEach(() => {
  vi.restoreAllMocks();
  vi.useRealTimers();
});

/** A map that remembers what it is told: addresses of tiles, states of features, and which layers are seen. */
function mapped() {
  const addresses: string[] = [];
  const states: [string, unknown, object][] = [];
  const seen = new Set<string>();
  const heard = new Map<string, (event: object) => void>();
  const map = {
    on: (type: string, listener: (event: object) => void) => heard.set(type, listener),
    getSource: (name: string) => ({
      tiles: [name],
      setTiles: ([address]: string[]) => addresses.push(address ?? ''),
    }),
    getLayersOrder: () => LAYERS.map((layer) => layer.id),
    setFeatureState: ({ source, id }: { source: string; id: string }, state: object) =>
      states.push([source, id, state]),
    setLayoutProperty: (layer: string, _: string, value: string) => {
      expect(LAYERS.map(({ id }) => id)).toContain(layer);
      if (value === 'visible') seen.add(layer);
      else seen.delete(layer);
    },
  };
  const areas = new TiledAreas(map as unknown as MapLibreMap);
  return { areas, addresses, states, seen, fail: (event: object) => heard.get('error')?.(event) };
}

const drawn = (data: Partial<ViewData>, state: Partial<ViewState> = {}): Collection =>
  surfaces(shown(data), view(state));
const ambiti = drawn({ areas: shapes(area) });
const comuni = drawn(
  { areas: shapes(area), comuni: shapes({ ...comune, oltre_limite: true }) },
  { theme: 'tempi', level: 'comune' },
);
const versions = { borders: 'b1', data: 'p1' };

describe('the address of tiles', () => {
  it('names the collection, the properties it is drawn by, and the content', () => {
    expect(tileAddress('comuni', 'https://mappe.example/famiglie/?lingua=en', 'b1')).toBe(
      'https://mappe.example/famiglie/ogc/collections/comuni/tiles/WebMercatorQuad/{z}/{y}/{x}?f=mvt&properties=&v=b1',
    );
    expect(tileAddress('punti', 'https://mappe.example/', 'p1')).toContain('properties=residenti&v=p1');
  });

  it('is another one for other content, and only then', () => {
    const { areas, addresses } = mapped();
    areas.ground(versions);
    expect(addresses).toHaveLength(6);
    areas.ground({ ...versions });
    expect(addresses).toHaveLength(6);
    areas.ground({ ...versions, data: 'p2' });
    expect(addresses.slice(6).map((a) => a.split('v=')[1])).toEqual(['p2', 'p2']);
    areas.ground({ borders: 'b2', data: 'p2' });
    expect(addresses.slice(8).map((a) => a.split('v=')[1])).toEqual(['b2', 'b2', 'b2', 'b2']);
  });
});

describe('areas from tiles', () => {
  it('are seen at their level alone, and no border is asked for before it is known where', () => {
    const { areas, seen } = mapped();
    expect(seen.size).toBe(0);
    areas.ground(versions);
    areas.paint(ambiti);
    expect([...seen].filter((id) => /-(fill|border)$/.test(id))).toEqual(['ambiti-fill', 'ambiti-border']);
    areas.paint(comuni);
    expect([...seen].filter((id) => /-(fill|border)$|pattern/.test(id))).toEqual([
      'comuni-fill',
      'comuni-border',
      'comuni-pattern:cased:#b3261e',
    ]);
  });

  it('painted alike are told nothing, of those that look otherwise only what they look like', () => {
    const { areas, states, addresses } = mapped();
    areas.ground(versions);
    const asked = addresses.length;
    areas.paint(ambiti);
    areas.paint(drawn({ areas: shapes(area) }));
    expect(states).toEqual([['ambiti', 'lodi', { fill: '#6ba3c7', pattern: '', outside: false }]]);
    areas.paint(drawn({ areas: shapes(area) }, { ats: 'Pavia' }));
    expect(states[1]?.[2]).toEqual({ fill: '#6ba3c7', pattern: '', outside: true });
    expect(addresses).toHaveLength(asked);
  });

  it('are picked by code, as the answers name them', () => {
    const { areas } = mapped();
    areas.paint(ambiti);
    expect(areas.find('lodi')).toMatchObject({ kind: 'ambito', title: 'Lodi', subtitle: 'Sede presente' });
    expect(areas.find('pavia')).toBeNull();
  });

  it('have one mark of each kind at a time', () => {
    const { areas, states, seen } = mapped();
    areas.mark('focus', { kind: 'ambito', code: 'lodi' });
    areas.mark('focus', { kind: 'ambito', code: 'lodi' });
    areas.mark('focus', { kind: 'comune', code: '098031' });
    expect(states).toEqual([
      ['ambiti', 'lodi', { focus: true }],
      ['ambiti', 'lodi', { focus: false }],
      ['comuni', '098031', { focus: true }],
    ]);
    expect([...seen]).toEqual(['comuni-focus-halo', 'comuni-focus']);
    areas.mark('focus', { kind: 'sede', code: 'LO01-H' });
    expect(seen.size).toBe(0);
  });

  it('are the same on a second map', () => {
    const [first, second] = [mapped(), mapped()];
    first.areas.ground(versions);
    first.areas.paint(ambiti);
    first.areas.mark('focus', { kind: 'ambito', code: 'lodi' });
    first.areas.show({ demand: true, roads: true });
    second.areas.copy(first.areas);
    expect([...second.seen].sort()).toEqual([...first.seen].sort());
    expect(second.states).toEqual(first.states);
    expect(second.addresses).toEqual(first.addresses);
  });
});

it('tiles that did not come are asked for again, once however many are missing; what else goes wrong is told', () => {
  vi.useFakeTimers();
  const told = vi.spyOn(console, 'error').mockImplementation(() => {});
  const { fail, addresses } = mapped();
  const tile = { actor: {} };
  fail({ sourceId: 'comuni', error: new Error('away'), tile });
  fail({ sourceId: 'comuni', error: new Error('away') });
  expect(tile).toEqual({});
  expect(addresses).toEqual([]);
  vi.advanceTimersByTime(6_000);
  expect(addresses).toEqual(['comuni']);
  expect(told).not.toHaveBeenCalled();
  fail({ error: new Error('no image') });
  expect(told).toHaveBeenCalledOnce();
});
