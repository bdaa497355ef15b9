import type { Feature, FeatureCollection, Geometry } from 'geojson';
import {
  type GeoJSONSource,
  Map as MapLibreMap,
  type MapMouseEvent,
  NavigationControl,
  Popup,
  ScaleControl,
  setWorkerUrl,
} from 'maplibre-gl';
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url';
import type { Bounds } from '../domain/geometry';
import { SITE_MARKERS } from '../drawing/markerStyles';
import { MARKER_RATIO, markerId, markerImage } from '../drawing/markers';
import { patternId, patternTile } from '../drawing/patterns';
import {
  BEYOND_LIMIT,
  OUTCOME_PAINTS,
  REACH_PAINTS,
  SHIFT_PAINTS,
  UNREACHABLE,
  VERDICT_PAINTS,
} from '../drawing/styles';
import type { Camera, Selection } from '../state/viewState';
import { type DragEvents, Dragging } from './dragging';
import type { Picked } from './features/collection';
import { drawPinsFor } from './pins';
import { PICKED_LAYERS, type SourceName, STYLE } from './style';
import { ITALIAN, paddingFor } from './surroundings';

/** What a view in which sedi are moved by hand is told. */
export interface HandEvents extends DragEvents {
  /** A place was pointed at, where one was asked for. */
  point(lon: number, lat: number): void;
}

interface MapEvents {
  pick(selection: Selection | null): void;
  move(camera: Camera): void;
}

/** Lombardia, with a little air. */
export const REGION_BOUNDS: Bounds = [8.49, 44.67, 11.43, 46.64];

/** The map as the rest of the page sees it: collections in, picks and moves out. */
export class CoverageMap {
  private readonly map: MapLibreMap;
  private readonly ready: Promise<void>;
  private isPointing = false;
  private hand: HandEvents | null = null;
  private readonly tooltip = new Popup({
    closeButton: false,
    closeOnClick: false,
    className: 'map-tooltip',
    offset: 14,
  });

  constructor(
    container: HTMLElement,
    camera: Camera | null,
    private readonly events: MapEvents,
  ) {
    setWorkerUrl(workerUrl);
    this.map = new MapLibreMap({
      container,
      style: STYLE,
      attributionControl: false,
      dragRotate: false,
      pitchWithRotate: false,
      touchPitch: false,
      maxZoom: 14,
      minZoom: 5.5,
      locale: ITALIAN,
      // A printed page shows the map only if the drawing is kept.
      canvasContextAttributes: { preserveDrawingBuffer: true },
      ...(camera
        ? { center: [camera.lon, camera.lat], zoom: camera.zoom }
        : { bounds: REGION_BOUNDS, fitBoundsOptions: { padding: paddingFor(container, 0) } }),
    });
    drawPinsFor(this.map);
    this.map.touchZoomRotate.disableRotation();
    this.map.addControl(new NavigationControl({ showCompass: false }), 'top-right');
    this.map.addControl(new ScaleControl({ unit: 'metric' }), 'bottom-right');
    this.ready = new Promise((resolve) => {
      this.map.once('load', () => {
        this.addImages();
        this.listen();
        resolve();
      });
    });
  }

  /** Puts a collection in the place of the one shown under this name. */
  async show(source: SourceName, collection: FeatureCollection<Geometry | null>): Promise<void> {
    await this.ready;
    const features = collection.features.filter((f): f is Feature => f.geometry !== null);
    this.map.getSource<GeoJSONSource>(source)?.setData({ type: 'FeatureCollection', features });
  }

  async setVisible(layer: 'sites' | 'trial-rings' | 'suggestions', visible: boolean): Promise<void> {
    await this.ready;
    this.map.setLayoutProperty(layer, 'visibility', visible ? 'visible' : 'none');
  }

  /** Shows these bounds between the legend and whatever covers the map on the right. */
  async flyTo(bounds: Bounds, coveredRight: number): Promise<void> {
    await this.ready;
    const padding = paddingFor(this.map.getContainer(), coveredRight);
    const calm = window.matchMedia('(prefers-reduced-motion: reduce)').matches;
    this.map.fitBounds(bounds, { padding, maxZoom: 10.6, duration: calm ? 0 : 700 });
  }

  async jumpTo(camera: Camera): Promise<void> {
    await this.ready;
    this.map.jumpTo({ center: [camera.lon, camera.lat], zoom: camera.zoom });
  }

  /** Resolves when everything given so far is drawn. */
  async idle(): Promise<void> {
    await this.ready;
    if (this.map.loaded() && !this.map.isMoving()) return;
    await new Promise<void>((resolve) => this.map.once('idle', () => resolve()));
  }

  /** Who is told of sedi that are dragged, and of places. */
  setHand(hand: HandEvents): void {
    this.hand = hand;
  }

  /** The next click tells a place instead of picking what stands there. */
  setPointing(isPointing: boolean): void {
    this.isPointing = isPointing;
    this.map.getCanvas().style.cursor = isPointing ? 'crosshair' : '';
  }

  resize(): void {
    this.map.resize();
  }

  private addImages(): void {
    const judgements = [VERDICT_PAINTS, OUTCOME_PAINTS, REACH_PAINTS, SHIFT_PAINTS].flatMap((paints) =>
      Object.values(paints),
    );
    for (const paint of [...judgements, BEYOND_LIMIT, UNREACHABLE]) {
      if (paint.pattern === 'plain' || this.map.hasImage(patternId(paint))) continue;
      this.map.addImage(patternId(paint), patternTile(paint), { pixelRatio: 2 });
    }
    for (const style of Object.values(SITE_MARKERS)) {
      this.map.addImage(markerId(style), markerImage(style), { pixelRatio: MARKER_RATIO });
    }
  }

  private listen(): void {
    const dragging = new Dragging(this.map, () => this.hand);
    this.map.on('click', (event) => {
      if (this.isPointing) {
        this.hand?.point(event.lngLat.lng, event.lngLat.lat);
        return;
      }
      const picked = this.pickedAt(event);
      this.events.pick(picked ? { kind: picked.kind, code: picked.code } : null);
    });
    this.map.on('mousemove', (event) => {
      if (dragging.isActive) this.tooltip.remove();
      else this.hover(event);
    });
    this.map.on('mouseout', () => this.tooltip.remove());
    this.map.on('movestart', () => this.tooltip.remove());
    this.map.on('moveend', () => {
      const { lng, lat } = this.map.getCenter();
      this.events.move({ lon: lng, lat, zoom: this.map.getZoom() });
    });
  }

  private pickedAt(event: MapMouseEvent): Picked | null {
    for (const layer of PICKED_LAYERS) {
      const [hit] = this.map.queryRenderedFeatures(event.point, { layers: [layer] });
      if (hit) return hit.properties as Picked;
    }
    return null;
  }

  private hover(event: MapMouseEvent): void {
    const picked = this.pickedAt(event);
    const hand = picked?.kind === 'sede' && this.hand?.isOn() ? 'grab' : picked ? 'pointer' : '';
    this.map.getCanvas().style.cursor = this.isPointing ? 'crosshair' : hand;
    if (!picked) {
      this.tooltip.remove();
      return;
    }
    const title = document.createElement('strong');
    title.textContent = picked.title;
    const subtitle = document.createElement('span');
    subtitle.textContent = picked.subtitle;
    const content = document.createElement('div');
    content.append(title, subtitle);
    this.tooltip.setLngLat(event.lngLat).setDOMContent(content);
    if (!this.tooltip.isOpen()) this.tooltip.addTo(this.map);
  }
}
