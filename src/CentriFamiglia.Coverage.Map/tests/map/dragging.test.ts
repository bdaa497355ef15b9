// @vitest-environment jsdom

import type { Map as MapLibreMap } from 'maplibre-gl';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { Dragging } from '../../src/map/dragging';

const told = { isOn: () => true, drag: vi.fn(), drop: vi.fn(), cancel: vi.fn() };

/** A map with the sede BG01-S1 under every place, and the hand that the map is told of. */
function hand() {
  const heard = new Map<string, (event: object) => void>();
  const map = {
    on: (name: string, listener: (event: object) => void) => heard.set(name, listener),
    queryRenderedFeatures: () => [{ properties: { code: 'BG01-S1' } }],
  };
  const dragging = new Dragging(map as unknown as MapLibreMap, () => told);
  const does = (name: string, x = 0, fingers = 1) =>
    heard.get(name)?.({
      point: { x, y: 0 },
      lngLat: { lng: 9 + x / 100, lat: 45 },
      preventDefault: () => {},
      ...(name.startsWith('touch') ? { points: Array(fingers) } : {}),
    });
  return { dragging, does };
}

/** As browsers do: the map hears of it first, if it is over the map at all. */
const release = () => document.dispatchEvent(new MouseEvent('mouseup'));

beforeEach(() => vi.clearAllMocks());

describe('a sede that is dragged', () => {
  it('is put where the button comes up over the map', () => {
    const { does } = hand();
    does('mousedown');
    does('mousemove', 40);
    does('mouseup', 40);
    release();
    expect(told.drag.mock.calls).toEqual([['BG01-S1', 9.4, 45]]);
    expect(told.drop.mock.calls).toEqual([['BG01-S1', 9.4, 45]]);
    expect(told.cancel).not.toHaveBeenCalled();
  });

  it('is let go where the button comes up beside the map', () => {
    const { dragging, does } = hand();
    does('mousedown');
    does('mousemove', 40);
    release();
    expect(told.cancel).toHaveBeenCalledTimes(1);
    does('mousemove', 80);
    does('mouseup', 80);
    expect([told.drag.mock.calls.length, told.drop.mock.calls.length, dragging.isActive]).toEqual([1, 0, false]);
  });

  it.each<[string, string, number]>([
    ['the system takes the finger away', 'touchcancel', 0],
    ['a second finger comes', 'touchstart', 2],
    ['it begins anew', 'touchstart', 1],
  ])('is let go where %s', (_, name, fingers) => {
    const { does } = hand();
    does('touchstart');
    does('touchmove', 40);
    does(name, 40, fingers);
    expect(told.cancel).toHaveBeenCalledTimes(1);
    does('touchend', 40);
    expect(told.drop).not.toHaveBeenCalled();
  });

  it('that has not moved is only clicked', () => {
    const { does } = hand();
    does('mousedown');
    does('mousemove', 2);
    release();
    does('mousedown');
    does('mouseup');
    release();
    expect([told.drag, told.drop, told.cancel].flatMap((f) => f.mock.calls)).toEqual([]);
  });

  it('leaves nothing that listens behind', () => {
    const added = vi.spyOn(document, 'addEventListener');
    const { does } = hand();
    does('mousedown');
    does('mousedown');
    expect(new Set(added.mock.calls.map(([, listener]) => listener)).size).toBe(1);
    expect(added.mock.calls.every(([, , how]) => (how as AddEventListenerOptions).once)).toBe(true);
  });
});
