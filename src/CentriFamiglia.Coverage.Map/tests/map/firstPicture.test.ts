import type { Map as MapLibreMap } from 'maplibre-gl';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { FirstPicture } from '../../src/map/firstPicture';

/** An engine that draws a frame when it is asked to. */
function engine() {
  const render = vi.fn();
  const map = {
    painter: { render },
    isLoaded: false,
    isStyleLoaded: () => map.isLoaded,
    triggerRepaint: vi.fn(() => map.painter.render()),
  };
  return { map, render, first: new FirstPicture(map as unknown as MapLibreMap) };
}

describe('the first picture of the map', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it('is drawn once all is given and has come, and every frame after it', async () => {
    const { map, render, first } = engine();
    map.painter.render();
    map.isLoaded = true;
    map.painter.render();
    expect(render).not.toHaveBeenCalled();

    await first.whole();
    expect(render).toHaveBeenCalledTimes(1);
    map.isLoaded = false;
    map.painter.render();
    expect(render).toHaveBeenCalledTimes(2);
  });

  it('waits for what is on its way', () => {
    const { map, render, first } = engine();
    void first.whole();
    expect(render).not.toHaveBeenCalled();
    map.isLoaded = true;
    map.painter.render();
    expect(render).toHaveBeenCalledTimes(1);
  });

  it('is drawn as it is where something does not come', () => {
    const { render } = engine();
    vi.advanceTimersByTime(1_999);
    expect(render).not.toHaveBeenCalled();
    vi.advanceTimersByTime(1);
    expect(render).toHaveBeenCalledTimes(1);
  });
});
