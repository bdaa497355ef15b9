import type { MarkerStyle } from './markerStyles';
import { newCanvas } from './patterns';

/** Side of a marker in CSS pixels. */
const SIDE = 22;
const RATIO = 3;

export const markerId = (style: MarkerStyle): string => `marker:${style.shape}${style.madeUp ? ':made-up' : ''}`;

export const MARKER_RATIO = RATIO;

export function markerCanvas(style: MarkerStyle): HTMLCanvasElement {
  const { canvas, context } = newCanvas(SIDE * RATIO);
  context.scale(RATIO, RATIO);
  context.lineJoin = 'round';
  const path = outline(style.shape);
  // A pale ring keeps the marker readable over every surface.
  context.strokeStyle = '#ffffff';
  context.lineWidth = 4;
  context.stroke(path);
  context.fillStyle = style.fill;
  context.fill(path);
  context.strokeStyle = style.fill === '#ffffff' || style.shape === 'diamond' ? style.ink : style.fill;
  context.lineWidth = 2;
  if (style.madeUp) {
    // On a dark marker the gaps show only over a pale ground.
    context.strokeStyle = '#ffffff';
    context.stroke(path);
    context.strokeStyle = style.shape === 'house' ? style.fill : style.ink;
    context.setLineDash([3.2, 2.6]);
  }
  context.stroke(path);
  context.setLineDash([]);
  if (style.shape === 'plus')
    strokeInside(context, style.ink, [
      [11, 7, 11, 15],
      [7, 11, 15, 11],
    ]);
  if (style.shape === 'hexagon')
    strokeInside(context, style.ink, [
      [11, 6.6, 11, 11.8],
      [11, 14.8, 11, 15.2],
    ]);
  canvas.className = 'marker-sample';
  canvas.setAttribute('aria-hidden', 'true');
  return canvas;
}

export function markerImage(style: MarkerStyle): ImageData {
  const canvas = markerCanvas(style);
  const context = canvas.getContext('2d') as CanvasRenderingContext2D;
  return context.getImageData(0, 0, canvas.width, canvas.height);
}

const SHAPES: Record<MarkerStyle['shape'], string> = {
  house: 'M11 2.8 L19 9.6 V18.6 H3 V9.6 Z',
  circle: 'M11 5.6 a5.4 5.4 0 1 1 0 10.8 a5.4 5.4 0 1 1 0 -10.8 Z',
  diamond: 'M11 3.6 L18.4 11 L11 18.4 L3.6 11 Z',
  plus: 'M11 3 a8 8 0 1 1 0 16 a8 8 0 1 1 0 -16 Z',
  hexagon: 'M6.6 3.2 H15.4 L19.8 11 L15.4 18.8 H6.6 L2.2 11 Z',
};

const outline = (shape: MarkerStyle['shape']): Path2D => new Path2D(SHAPES[shape]);

function strokeInside(context: CanvasRenderingContext2D, ink: string, lines: [number, number, number, number][]): void {
  context.strokeStyle = ink;
  context.lineWidth = 2.2;
  context.lineCap = 'round';
  for (const [x1, y1, x2, y2] of lines) {
    context.beginPath();
    context.moveTo(x1, y1);
    context.lineTo(x2, y2);
    context.stroke();
  }
}
