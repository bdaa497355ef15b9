import type { Map as MapLibreMap, MapMouseEvent, MapTouchEvent } from 'maplibre-gl';
import type { Picked } from './features/collection';

/** What is told of a sede that is dragged, and of a place that is pointed at. */
export interface DragEvents {
  /** Whether sedi may be dragged now. */
  isOn(): boolean;
  drag(site: string, lon: number, lat: number): void;
  drop(site: string, lon: number, lat: number): void;
  /** The sede that was dragged is let go where it cannot be put: it stands where it stood. */
  cancel(): void;
}

/** What a view in which sedi are moved by hand is told. */
export interface HandEvents extends DragEvents {
  /** A place was pointed at, where one was asked for. */
  point(lon: number, lat: number): void;
}

/** How far from a sede a finger may be, and a mouse, in pixels. */
const REACH = { touch: 18, mouse: 5 };

/** Less than this is a click. */
const LEAST_MOVE = 4;

/** Sedi dragged by mouse or by one finger; the map stays still meanwhile. */
export class Dragging {
  private site: string | null = null;
  private from = { x: 0, y: 0 };
  private moved = false;

  constructor(
    private readonly map: MapLibreMap,
    private readonly events: () => DragEvents | null,
  ) {
    map.on('mousedown', (event) => this.begin(event, REACH.mouse));
    map.on('touchstart', (event) => this.begin(event, REACH.touch));
    map.on('mousemove', (event) => this.move(event));
    map.on('touchmove', (event) => this.move(event));
    map.on('mouseup', (event) => this.end(event));
    map.on('touchend', (event) => this.end(event));
    map.on('touchcancel', this.cancel);
  }

  get isActive(): boolean {
    return this.site !== null && this.moved;
  }

  private begin(event: MapMouseEvent | MapTouchEvent, reach: number): void {
    this.cancel();
    if (!this.events()?.isOn() || ('points' in event && event.points.length > 1)) return;
    const { x, y } = event.point;
    const box: [[number, number], [number, number]] = [
      [x - reach, y - reach],
      [x + reach, y + reach],
    ];
    const [hit] = this.map.queryRenderedFeatures(box, { layers: ['sites'] });
    if (!hit) return;
    event.preventDefault();
    this.site = (hit.properties as Picked).code;
    this.from = { x, y };
    this.moved = false;
    // The map hears only of a button that comes up over itself, and it hears of it first.
    document.addEventListener('mouseup', this.cancel, { once: true });
  }

  private move(event: MapMouseEvent | MapTouchEvent): void {
    if (this.site === null) return;
    event.preventDefault();
    const { x, y } = event.point;
    this.moved ||= Math.hypot(x - this.from.x, y - this.from.y) >= LEAST_MOVE;
    if (this.moved) this.events()?.drag(this.site, event.lngLat.lng, event.lngLat.lat);
  }

  private cancel = (): void => {
    const { isActive } = this;
    this.site = null;
    if (isActive) this.events()?.cancel();
  };

  private end(event: MapMouseEvent | MapTouchEvent): void {
    const { site, moved } = this;
    this.site = null;
    if (site !== null && moved) this.events()?.drop(site, event.lngLat.lng, event.lngLat.lat);
  }
}
