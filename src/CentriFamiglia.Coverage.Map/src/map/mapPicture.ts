import type { Map as MapLibreMap } from 'maplibre-gl';
import type { Bounds } from '../domain/geometry';
import { scaleBar } from '../drawing/scaleBar';

/** About how many dots the longer side of a picture has: 250 an inch on A4. */
const DOTS = 2000;
/** Air around what is shown, CSS pixels. */
const AIR = 12;
/** How much larger than on the screen paper may show it. */
const MOST_ENLARGED = 1.4;
/** Width to height: what is narrower or broader than this is given more ground. */
const SHAPES = { narrowest: 0.8, broadest: 1.7 };

/** A second map over the first, from this share of the width on, in percent. */
export interface Beside {
  map: MapLibreMap;
  share: number;
  /** Of the two states. */
  left: string;
  right: string;
}

const INK = '#17324d';

const pictured = new WeakSet<MapLibreMap>();

/** Whether a picture of the map is being drawn, or paper has its place: it goes elsewhere and comes back, and nobody moved it. */
export const isPictured = (map: MapLibreMap): boolean => pictured.has(map) || map.getContainer().clientWidth === 0;

/**
 * Draws what a map shows of these bounds, or all it shows, at once, as a picture shaped by them: at the zoom of the screen, so that its tiles are
 * there, with as many dots as paper takes. The map is afterwards as it was.
 */
export function mapPicture(map: MapLibreMap, bounds: Bounds | null, beside: Beside | null): HTMLCanvasElement {
  map.stop();
  const [west, south, east, north] = bounds ?? (map.getBounds().toArray().flat() as unknown as Bounds);
  const container = map.getContainer();
  const before = { style: container.style.cssText, center: map.getCenter(), zoom: map.getZoom() };
  const [nw, se] = [map.project([west, north]), map.project([east, south])];
  const center = map.unproject([(nw.x + se.x) / 2, (nw.y + se.y) / 2]);
  const wide = se.x - nw.x + 2 * AIR;
  const high = se.y - nw.y + 2 * AIR;
  const width = Math.round(Math.max(wide, high * SHAPES.narrowest));
  const height = Math.round(Math.max(high, wide / SHAPES.broadest));
  const ratio = DOTS / Math.max(width, height);
  const look = (dots: number | null, to: Pick<typeof before, 'center' | 'zoom'>) => {
    for (const each of beside ? [map, beside.map] : [map]) {
      // Null is the window's own ratio again, whatever it becomes; the types of the engine do not say so.
      each.setPixelRatio(dots as number);
      each.jumpTo(to);
      each.redraw();
    }
  };

  pictured.add(map);
  Object.assign(container.style, { width: `${width}px`, height: `${height}px`, minHeight: '0' });
  look(ratio, { center, zoom: before.zoom });
  const picture = document.createElement('canvas');
  // On a phone the map is small: on paper as broad as on a screen its names would be posters.
  picture.style.maxWidth = `${Math.round(width * MOST_ENLARGED)}px`;
  Object.assign(picture, { width: map.getCanvas().width, height: map.getCanvas().height });
  const context = picture.getContext('2d');
  if (context) {
    context.fillStyle = '#eef1f4';
    context.fillRect(0, 0, picture.width, picture.height);
    context.drawImage(map.getCanvas(), 0, 0);
    if (beside) drawBeside(context, beside, ratio);
    scaleBar(context, { latitude: center.lat, zoom: before.zoom, ratio });
  }
  container.style.cssText = before.style;
  look(null, before);
  pictured.delete(map);
  return picture;
}

function drawBeside(context: CanvasRenderingContext2D, { map, share, left, right }: Beside, ratio: number): void {
  const { width, height } = context.canvas;
  const x = Math.round((width * share) / 100);
  context.fillRect(x, 0, width - x, height);
  context.drawImage(map.getCanvas(), x, 0, width - x, height, x, 0, width - x, height);
  context.fillStyle = INK;
  context.fillRect(x - 2, 0, 4, height);
  sideName(context, left, { at: x - 8 * ratio, isLeft: true, ratio });
  sideName(context, right, { at: x + 8 * ratio, isLeft: false, ratio });
}

/** The name of a side at the top, beside the line between the two. */
function sideName(
  context: CanvasRenderingContext2D,
  name: string,
  { at, isLeft, ratio }: { at: number; isLeft: boolean; ratio: number },
): void {
  context.font = `600 ${13 * ratio}px "Titillium Web", sans-serif`;
  context.textBaseline = 'middle';
  const wide = context.measureText(name).width + 14 * ratio;
  const from = isLeft ? at - wide : at;
  context.fillStyle = INK;
  context.fillRect(from, 8 * ratio, wide, 22 * ratio);
  context.fillStyle = '#ffffff';
  context.fillText(name, from + 7 * ratio, 19.5 * ratio);
}
