import type { Map as MapLibreMap } from 'maplibre-gl';
import { WALK_WORDS } from '../text/mapWords';
import type { Picked } from './features/collection';
import type { MapSources } from './mapSources';
import type { Tooltip } from './tooltip';
import { nextStop, type Stop, stopsIn } from './walk';

/** What the walk by keyboard tells. */
export interface WalkEvents {
  /** To be said: what is reached, with its place in the order, or that there is nothing more. */
  say(picked: Picked | null, words: string): void;
  open(picked: Picked): void;
}

/** The step that each key asks for; Tab only once the walk has begun, so that it passes by a map nobody walks. */
const STEPS: Record<string, 1 | -1> = { n: 1, p: -1 };

/** Areas, sedi and proposals by keyboard: n and p go on and back, Enter opens, Escape leaves. */
export class Walking {
  private last: Picked | null = null;

  constructor(
    private readonly map: MapLibreMap,
    private readonly sources: MapSources,
    private readonly tooltip: Tooltip,
    private readonly events: WalkEvents,
  ) {
    const canvas = map.getCanvas();
    canvas.addEventListener('keydown', (event) => this.press(event));
    canvas.addEventListener('blur', () => this.leave());
    map.on('movestart', () => this.ring(null));
    map.on('moveend', () => {
      if (this.last) this.show(this.last);
    });
  }

  private press(event: KeyboardEvent): void {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const step = this.last !== null && event.key === 'Tab' ? (event.shiftKey ? -1 : 1) : STEPS[event.key.toLowerCase()];
    if (step) this.go(step, event);
    else if (this.last && event.key === 'Enter') this.open(this.last, event);
    else if (this.last && event.key === 'Escape') {
      taken(event);
      this.leave();
    }
  }

  private go(step: 1 | -1, event: KeyboardEvent): void {
    const stops = this.stops();
    const index = nextStop(stops, this.last, step);
    const stop = index === null ? undefined : stops[index];
    if (!stop) {
      // Beyond the ends Tab goes where it always goes.
      if (event.key !== 'Tab') taken(event);
      this.events.say(null, stops.length === 0 ? WALK_WORDS.nothing : WALK_WORDS.left);
      this.leave();
      return;
    }
    taken(event);
    this.last = stop.picked;
    this.ring(stop);
    this.events.say(stop.picked, WALK_WORDS.place((index as number) + 1, stops.length));
  }

  private open(picked: Picked, event: KeyboardEvent): void {
    taken(event);
    this.leave();
    this.events.open(picked);
  }

  private leave(): void {
    this.last = null;
    this.ring(null);
  }

  private show(picked: Picked): void {
    this.ring(this.stops().find((s) => s.picked.kind === picked.kind && s.picked.code === picked.code) ?? null);
  }

  private ring(stop: Stop | null): void {
    if (stop) this.tooltip.show(stop.at, stop.picked);
    else this.tooltip.hide();
    void this.sources.showRing(stop);
  }

  private stops(): Stop[] {
    const { clientWidth: width, clientHeight: height } = this.map.getContainer();
    return stopsIn(this.sources.chosen(), (at) => this.map.project(at), { width, height });
  }
}

function taken(event: KeyboardEvent): void {
  event.preventDefault();
  event.stopPropagation();
}
