import { Map as MapLibreMap } from 'maplibre-gl';
import { el } from '../drawing/dom';
import { Divider } from './divider';
import type { Picture } from './features/pictureOf';
import { addImages } from './mapImages';
import type { Beside } from './mapPicture';
import { MapSources } from './mapSources';
import { drawPinsFor } from './pins';
import { still } from './still';
import { STYLE } from './style';

/** One state of the map, and its name in two or three words: «Oggi», «Con le proposte». */
export interface SwipeScene extends Picture {
  label: string;
}

/** The second canvas, with its divider, while there are two states. */
interface Over {
  frame: HTMLElement;
  map: MapLibreMap;
  sources: MapSources;
  divider: Divider;
  ready: Promise<void>;
}

/**
 * Two states of one map, a divider between them: the left is the map that is there, the right a second canvas over it, cut at the
 * divider, that looks wherever the first looks.
 */
export class Swipe {
  private over: Over | null = null;

  /** @param ready When the first map has its style. */
  constructor(
    private readonly under: MapLibreMap,
    private readonly underSources: MapSources,
    private readonly ready: () => Promise<void>,
  ) {
    under.on('move', this.follow);
    under.on('resize', () => {
      this.over?.map.resize();
      this.follow();
    });
  }

  /** Shows one state on each side, until {@link end}; of a state shown before only what differs is sent. */
  async show(left: SwipeScene, right: SwipeScene): Promise<void> {
    await this.ready();
    this.over ??= this.open();
    const { divider, sources, ready } = this.over;
    divider.name(left.label, right.label);
    await ready;
    await Promise.all([this.underSources.draw(left), sources.draw(right)]);
  }

  /** The first map is alone again, as the left side has it. */
  end(): void {
    this.over?.divider.remove();
    this.over?.map.remove();
    this.over?.frame.remove();
    this.over = null;
  }

  /** What both sides have, such as the outline of what is selected. */
  async both(show: (sources: MapSources) => unknown): Promise<void> {
    await this.ready();
    await Promise.all([show(this.underSources), this.over?.ready.then(() => this.over && show(this.over.sources))]);
  }

  /** The map that is seen at this place, CSS pixels from the left: what lies there is to be asked of it. */
  sideAt(x: number): { map: MapLibreMap; sources: MapSources } {
    const { over, under, underSources } = this;
    const at = over ? (over.divider.share / 100) * under.getContainer().clientWidth : Infinity;
    return over && x >= at ? over : { map: under, sources: underSources };
  }

  /** Resolves when the second map, if there is one, has drawn all it was given. */
  async still(): Promise<void> {
    await this.over?.ready;
    if (this.over) await still(this.over.map);
  }

  /** What lies over the first map, if anything does. */
  beside = (): Beside | null => {
    if (!this.over) return null;
    const { map, divider } = this.over;
    return { map, share: divider.share, ...divider.names };
  };

  private open(): Over {
    const { under } = this;
    const container = under.getContainer();
    const frame = el('div', { class: 'swipe-canvas', 'aria-hidden': 'true' });
    container.append(frame);
    const map = new MapLibreMap({
      container: frame,
      style: structuredClone(STYLE),
      interactive: false,
      attributionControl: false,
      maxZoom: under.getMaxZoom(),
      minZoom: under.getMinZoom(),
      center: under.getCenter(),
      zoom: under.getZoom(),
      canvasContextAttributes: { preserveDrawingBuffer: true },
    });
    drawPinsFor(map);
    const sources = new MapSources(map);
    const ready = new Promise<void>((resolve) => {
      map.once('style.load', () => {
        addImages(map);
        void sources.copy(this.underSources).then(resolve);
      });
    });
    const divider = new Divider(container, (share) => {
      frame.style.clipPath = `inset(0 0 0 ${share}%)`;
    });
    return { frame, map, sources, divider, ready };
  }

  private follow = (): void => {
    this.over?.map.jumpTo({ center: this.under.getCenter(), zoom: this.under.getZoom() });
  };
}
