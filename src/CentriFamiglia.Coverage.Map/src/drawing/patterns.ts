import { svg } from './dom';
import type { Paint, Pattern } from './paint';

/** Side of a tile in CSS pixels; every pattern repeats without a seam. */
const SIDE = 8;

/** A sample of a surface is three tiles by two. */
const SAMPLE = { width: 24, height: 16 };

/** One line of a pattern, over a sample; a tile is its corner. */
interface Stroke {
  path: string;
  width: number;
  /** Its own colour, where it is not that of the ink. */
  colour?: string;
}

/** Draws one tile of a pattern on a transparent ground, at twice the resolution of the screen. */
export function patternTile({ pattern, ink }: Omit<Paint, 'fill'>): ImageData {
  const { canvas, context } = newCanvas(SIDE * 2);
  context.scale(2, 2);
  context.lineCap = 'round';
  for (const { path, width, colour } of STROKES[pattern]) {
    context.lineWidth = width;
    context.strokeStyle = colour ?? ink;
    context.stroke(new Path2D(path));
  }
  return context.getImageData(0, 0, canvas.width, canvas.height);
}

const samples = new Map<string, SVGElement>();

/** A sample of a surface for a legend or a table, drawn once for each paint. */
export function swatch(paint: Paint): SVGElement {
  const key = paint.fill + patternId(paint);
  const drawn = samples.get(key) ?? sampleOf(paint);
  samples.set(key, drawn);
  return drawn.cloneNode(true) as SVGElement;
}

const sampleOf = ({ fill, pattern, ink }: Paint): SVGElement =>
  svg(
    'svg',
    { class: 'swatch', ...SAMPLE, viewBox: `0 0 ${SAMPLE.width} ${SAMPLE.height}`, 'aria-hidden': 'true' },
    svg('rect', { ...SAMPLE, fill }),
    ...STROKES[pattern].map(({ path, width, colour }) =>
      svg('path', { d: path, fill: 'none', stroke: colour ?? ink, 'stroke-width': width, 'stroke-linecap': 'round' }),
    ),
  );

export const patternId = ({ pattern, ink }: Omit<Paint, 'fill'>): string => `pattern:${pattern}:${ink}`;

export function newCanvas(side: number): { canvas: HTMLCanvasElement; context: CanvasRenderingContext2D } {
  const canvas = document.createElement('canvas');
  canvas.width = side;
  canvas.height = side;
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (!context) throw new Error('This browser draws no canvas');
  return { canvas, context };
}

/** From `first` to `last`, a tile apart. */
const tiled = (first: number, last: number): number[] =>
  Array.from({ length: (last - first) / SIDE + 1 }, (_, i) => first + i * SIDE);

/** Lines that rise, and lines that fall, through the corners of the tiles; beyond the edges, so that they are whole at the seams. */
const RISING = tiled(0, 40)
  .map((x) => `M${x + SIDE} ${-SIDE}L${x - 3 * SIDE} ${3 * SIDE}`)
  .join('');
const FALLING = tiled(-16, 24)
  .map((x) => `M${x - SIDE} ${-SIDE}L${x + 3 * SIDE} ${3 * SIDE}`)
  .join('');
const LEVEL = [2, 6, 10, 14].map((y) => `M${-SIDE} ${y}H${SAMPLE.width + SIDE}`).join('');
const DOTS = tiled(0, 16)
  .flatMap((x) => tiled(0, 8).map((y) => `M${x + 2} ${y + 2}h0M${x + 6} ${y + 6}h0`))
  .join('');

const STROKES: Record<Pattern, readonly Stroke[]> = {
  plain: [],
  diagonal: [{ path: RISING, width: 1 }],
  // A pale casing keeps the lines readable over dark classes too.
  cased: [
    { path: RISING, width: 2.5, colour: '#ffffff' },
    { path: RISING, width: 1.14 },
  ],
  cross: [
    { path: RISING, width: 1 },
    { path: FALLING, width: 1 },
  ],
  level: [{ path: LEVEL, width: 1 }],
  dots: [{ path: DOTS, width: 1.6 }],
};
