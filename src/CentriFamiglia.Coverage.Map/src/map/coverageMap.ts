import type { Feature, FeatureCollection, Geometry } from 'geojson';
import { Map as MapLibreMap, type MapMouseEvent, NavigationControl, ScaleControl } from 'maplibre-gl';
import type { Bounds } from '../domain/geometry';
import type { Camera, Selection } from '../state/viewState';
import { ENGINE } from '../text/controlWords';
import { Dragging, type HandEvents } from './dragging';
import type { Picked } from './features/collection';
import type { AreaName } from './features/painting';
import type { Picture } from './features/pictureOf';
import { FirstPicture } from './firstPicture';
import { addImages } from './mapImages';
import { isPictured, mapPicture } from './mapPicture';
import { MapSources } from './mapSources';
import { pickedAt } from './picking';
import { drawPinsFor } from './pins';
import { still } from './still';
import { type SourceName, STYLE } from './style';
import { paddingFor } from './surroundings';
import { Swipe } from './swipe';
import { Tooltip } from './tooltip';
import { Walking } from './walking';

interface MapEvents {
  pick(selection: Selection | null): void;
  move(camera: Camera, byHand: boolean): void;
  /** Something was chosen by keyboard: who reads it goes on from its sheet. */
  open(selection: Selection): void;
  /** The keyboard is on something, or on nothing; where it is in the order of reading. */
  reach(picked: Picked | null, place: string): void;
}

/** Lombardia, with a little air. */
export const REGION_BOUNDS: Bounds = [8.49, 44.67, 11.43, 46.64];

/** The map as the rest of the page sees it: collections in, picks and moves out. */
export class CoverageMap {
  private readonly map: MapLibreMap;
  private readonly ready: Promise<void>;
  private readonly first: FirstPicture;
  /** Where the map was sent last, until someone moves it by hand: it stays in sight whatever becomes of the page around it. */
  private fitted: Bounds | null = null;
  private opened: Selection | null = null;
  private isPointing = false;
  private hand: HandEvents | null = null;
  private readonly tooltip: Tooltip;
  private readonly sources: MapSources;
  /** Two pictures side by side, in the place of the one. */
  readonly swipe: Swipe;

  constructor(
    container: HTMLElement,
    camera: Camera | null,
    private readonly events: MapEvents,
  ) {
    this.map = new MapLibreMap({
      container,
      style: STYLE,
      attributionControl: false,
      dragRotate: false,
      pitchWithRotate: false,
      touchPitch: false,
      maxZoom: 14,
      minZoom: 5.5,
      // While names come and go every frame is drawn anew.
      fadeDuration: 100,
      locale: ENGINE,
      // A printed page shows the map only if the drawing is kept.
      canvasContextAttributes: { preserveDrawingBuffer: true },
      ...(camera
        ? { center: [camera.lon, camera.lat], zoom: camera.zoom }
        : { bounds: REGION_BOUNDS, fitBoundsOptions: { padding: paddingFor(container) } }),
    });
    this.first = new FirstPicture(this.map);
    this.tooltip = new Tooltip(this.map);
    this.sources = new MapSources(this.map);
    this.swipe = new Swipe(this.map, this.sources, () => this.ready);
    drawPinsFor(this.map);
    this.map.touchZoomRotate.disableRotation();
    this.map.addControl(new NavigationControl({ showCompass: false }), 'top-right');
    this.map.addControl(new ScaleControl({ unit: 'metric' }), 'bottom-right');
    this.ready = new Promise((resolve) => {
      // What the answers say is drawn with the ground, not after it.
      this.map.once('style.load', () => {
        addImages(this.map);
        this.listen();
        resolve();
      });
    });
  }

  /** Puts a collection in the place of the one shown under this name; only what differs is sent. */
  show = (source: SourceName, collection: FeatureCollection<Geometry | null>): Promise<void> =>
    this.swipe.both((sources) => sources.show(source, collection));

  /** Puts the outline of what is selected around an area, or around none. */
  outline = (area: AreaName | null): Promise<void> => this.swipe.both((sources) => sources.showFocus(area));

  /** Puts a picture in the place of the one before. */
  async draw(picture: Picture): Promise<void> {
    await this.ready;
    await this.sources.draw(picture);
  }

  showBorders = (asst: boolean, provinces: boolean): Promise<void> =>
    this.swipe.both((sources) => sources.showBorders(asst, provinces));

  lakes = (): Promise<Feature[]> => this.ready.then(() => this.sources.lakes());

  zoom = (): number => this.map.getZoom();

  /** Takes the focus where this was opened from the map by keyboard; false where it was not. */
  takeFocusBack({ kind, code }: Selection): boolean {
    const isOurs = this.opened?.kind === kind && this.opened.code === code;
    this.opened = null;
    if (isOurs) this.map.getCanvas().focus();
    return isOurs;
  }

  /** Shows these bounds beside the legend. */
  async flyTo(bounds: Bounds, atOnce = false): Promise<void> {
    await this.ready;
    const calm = window.matchMedia('(prefers-reduced-motion: reduce)').matches;
    this.fitted = bounds;
    this.fit(calm || atOnce ? 0 : 700);
  }

  async jumpTo(camera: Camera): Promise<void> {
    await this.ready;
    this.fitted = null;
    this.map.jumpTo({ center: [camera.lon, camera.lat], zoom: camera.zoom });
  }

  /** Resolves when everything given so far is drawn. */
  async idle(): Promise<void> {
    await this.ready;
    await Promise.all([this.first.whole(), still(this.map), this.swipe.still()]);
  }

  /** What the map was sent to, or where someone moved it by hand, as a picture of its own shape. */
  picture = (): HTMLCanvasElement => mapPicture(this.map, this.fitted, this.swipe.beside());

  /** Who is told of sedi that are dragged, and of places. */
  setHand(hand: HandEvents): void {
    this.hand = hand;
  }

  /** The next click tells a place instead of picking what stands there. */
  setPointing(isPointing: boolean): void {
    this.isPointing = isPointing;
    this.map.getCanvas().style.cursor = isPointing ? 'crosshair' : '';
  }

  private fit(duration: number): void {
    if (!this.fitted || isPictured(this.map)) return;
    this.map.fitBounds(this.fitted, { padding: paddingFor(this.map.getContainer()), maxZoom: 10.6, duration });
  }

  private listen(): void {
    const dragging = new Dragging(this.map, () => this.hand);
    new Walking(this.map, this.sources, this.tooltip, {
      say: this.events.reach,
      open: ({ kind, code }) => {
        this.opened = { kind, code };
        this.events.open(this.opened);
      },
    });
    this.map.on('click', (event) => {
      if (this.isPointing) {
        this.hand?.point(event.lngLat.lng, event.lngLat.lat);
        return;
      }
      const picked = this.pickedAt(event);
      this.events.pick(picked ? { kind: picked.kind, code: picked.code } : null);
    });
    this.map.on('mousemove', (event) => {
      if (dragging.isActive) this.tooltip.hide();
      else this.hover(event);
    });
    this.map.on('mouseout', this.tooltip.hide);
    this.map.on('movestart', (event) => {
      this.tooltip.hide();
      if (event.originalEvent) this.fitted = null;
    });
    this.map.on('moveend', (event) => {
      if (isPictured(this.map)) return;
      const { lng, lat } = this.map.getCenter();
      this.events.move({ lon: lng, lat, zoom: this.map.getZoom() }, Boolean(event.originalEvent));
    });
    this.map.on('resize', () => this.fit(0));
  }

  private pickedAt = ({ point }: MapMouseEvent): Picked | null => pickedAt(this.swipe.sideAt(point.x), point);

  private hover(event: MapMouseEvent): void {
    const picked = this.pickedAt(event);
    const hand = picked?.kind === 'sede' && this.hand?.isOn() ? 'grab' : picked ? 'pointer' : '';
    this.map.getCanvas().style.cursor = this.isPointing ? 'crosshair' : hand;
    this.tooltip.show(event.lngLat, picked);
  }
}
