import type { Paint, Pattern } from './paint';

/** Side of a tile in CSS pixels; every pattern repeats without a seam. */
const SIDE = 8;

/** Draws one tile of a pattern on a transparent ground, at twice the resolution of the screen. */
export function patternTile({ pattern, ink }: Omit<Paint, 'fill'>): ImageData {
  const { canvas, context } = newCanvas(SIDE * 2);
  drawPattern(context, pattern, ink, canvas.width);
  return context.getImageData(0, 0, canvas.width, canvas.height);
}

/** A sample of a surface for a legend or a table. */
export function swatch({ fill, pattern, ink }: Paint): HTMLCanvasElement {
  const canvas = document.createElement('canvas');
  canvas.width = 48;
  canvas.height = 32;
  canvas.className = 'swatch';
  canvas.setAttribute('aria-hidden', 'true');
  const context = canvas.getContext('2d');
  if (!context) return canvas;
  context.fillStyle = fill;
  context.fillRect(0, 0, canvas.width, canvas.height);
  if (pattern !== 'plain') {
    const tile = newCanvas(SIDE * 2);
    drawPattern(tile.context, pattern, ink, tile.canvas.width);
    const repeated = context.createPattern(tile.canvas, 'repeat');
    if (repeated) {
      context.fillStyle = repeated;
      context.fillRect(0, 0, canvas.width, canvas.height);
    }
  }
  return canvas;
}

export const patternId = ({ pattern, ink }: Omit<Paint, 'fill'>): string => `pattern:${pattern}:${ink}`;

export function newCanvas(side: number): { canvas: HTMLCanvasElement; context: CanvasRenderingContext2D } {
  const canvas = document.createElement('canvas');
  canvas.width = side;
  canvas.height = side;
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (!context) throw new Error('This browser draws no canvas');
  return { canvas, context };
}

function drawPattern(context: CanvasRenderingContext2D, pattern: Pattern, ink: string, side: number): void {
  context.strokeStyle = ink;
  context.fillStyle = ink;
  context.lineWidth = side / 8;
  if (pattern === 'cased') {
    // A pale casing keeps the lines readable over dark classes too.
    context.strokeStyle = '#ffffff';
    context.lineWidth = side / 3.2;
    strokeDiagonals(context, side, false);
    context.strokeStyle = ink;
    context.lineWidth = side / 7;
    strokeDiagonals(context, side, false);
  }
  if (pattern === 'diagonal' || pattern === 'cross') strokeDiagonals(context, side, false);
  if (pattern === 'cross') strokeDiagonals(context, side, true);
  if (pattern === 'level') {
    context.beginPath();
    for (const height of [0.25, 0.75]) {
      context.moveTo(0, height * side);
      context.lineTo(side, height * side);
    }
    context.stroke();
  }
  if (pattern === 'dots') {
    for (const [x, y] of [
      [0.25, 0.25],
      [0.75, 0.75],
    ] as const) {
      context.beginPath();
      context.arc(x * side, y * side, side / 10, 0, 2 * Math.PI);
      context.fill();
    }
  }
}

function strokeDiagonals(context: CanvasRenderingContext2D, side: number, falling: boolean): void {
  context.beginPath();
  // The lines through the neighbouring tiles' corners keep the stroke whole at the seams.
  for (const shift of [-side, 0, side]) {
    context.moveTo(shift - side, falling ? -side : 2 * side);
    context.lineTo(shift + 2 * side, falling ? 2 * side : -side);
  }
  context.stroke();
}
