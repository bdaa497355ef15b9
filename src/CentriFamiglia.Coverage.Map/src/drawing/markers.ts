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
};

const outline = (shape: MarkerStyle['shape']): Path2D => new Path2D(SHAPES[shape]);
