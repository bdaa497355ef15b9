/** A point of a line, in the units of its axes. */
export interface ChartPoint {
  x: number;
  y: number;
}

/** Where a chart is drawn: CSS pixels of the corners of the plot, and the values that stand there. */
export interface ChartFrame {
  left: number;
  right: number;
  top: number;
  bottom: number;
  x: readonly [least: number, greatest: number];
  y: readonly [least: number, greatest: number];
}

/** Pixel of a value; the middle where the axis has no length. */
export const xOf = (value: number, { left, right, x }: ChartFrame): number => left + part(value, x) * (right - left);

export const yOf = (value: number, { top, bottom, y }: ChartFrame): number => bottom - part(value, y) * (bottom - top);

const part = (value: number, [least, greatest]: readonly [number, number]): number =>
  greatest > least ? (value - least) / (greatest - least) : 0.5;

/** Points of a polyline in pixels, to a tenth. */
export const linePath = (points: readonly ChartPoint[], frame: ChartFrame): string =>
  points.map((p) => `${xOf(p.x, frame).toFixed(1)},${yOf(p.y, frame).toFixed(1)}`).join(' ');

/** Round values, 1, 2 or 5 times a power of ten apart, that span the given ones: about as many as asked. */
export function niceTicks(least: number, greatest: number, about: number): number[] {
  const span = greatest - least;
  if (!(span > 0)) return [least];
  const rough = span / Math.max(1, about - 1);
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = [1, 2, 5, 10].map((m) => m * power).find((s) => s >= rough * 0.999) ?? 10 * power;
  const [first, last] = [Math.floor(least / step + 1e-9), Math.ceil(greatest / step - 1e-9)];
  return Array.from({ length: last - first + 1 }, (_, i) => Number(((first + i) * step).toPrecision(12)));
}
