import type { Map as MapLibreMap } from 'maplibre-gl';

/** However much of it is there, the map is drawn after so long. */
const LONGEST_MS = 2_000;

/**
 * Leaves out the frames of a map before its first picture is whole: each costs as much as that one, and without a graphics card more than all
 * that the page does meanwhile.
 */
export class FirstPicture {
  private readonly drawn: Promise<void>;
  private isGiven = false;

  constructor(private readonly map: MapLibreMap) {
    const { painter } = map;
    const { render } = painter;
    const until = performance.now() + LONGEST_MS;
    this.drawn = new Promise((resolve) => {
      // The frame in which it is whole is drawn: none comes after it by itself.
      painter.render = (...frame) => {
        if (performance.now() < until && !(this.isGiven && map.isStyleLoaded())) return;
        painter.render = render;
        render.apply(painter, frame);
        resolve();
      };
    });
    setTimeout(() => map.triggerRepaint(), LONGEST_MS);
  }

  /** The map has all that the page draws on it: resolves when there is a picture. */
  whole(): Promise<void> {
    const wasGiven = this.isGiven;
    this.isGiven = true;
    if (!wasGiven) this.map.triggerRepaint();
    return this.drawn;
  }
}
