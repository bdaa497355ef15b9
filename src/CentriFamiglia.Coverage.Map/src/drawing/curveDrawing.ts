import type { CurvePoint } from '../domain/curve';
import { formatExact, formatPercent } from '../text/numbers';
import { svg } from './dom';

const WIDTH = 280;
const HEIGHT = 120;
const LEFT = 30;
const BOTTOM = 20;
const LONGEST = 60;

const x = (minutes: number) => LEFT + (minutes / LONGEST) * (WIDTH - LEFT - 6);
const y = (percent: number) => 6 + (1 - percent / 100) * (HEIGHT - BOTTOM - 6);

/** Share of residents within 5, 10, ... 60 minutes of a sede, with the limits, and its sense in words. */
export function curveDrawing(points: CurvePoint[], limits: readonly number[]): SVGElement {
  const line = [{ minutes: 0, percent: 0 }, ...points].map(
    (p) => `${x(p.minutes).toFixed(1)},${y(p.percent).toFixed(1)}`,
  );
  const parts = [0, 50, 100].flatMap((percent) => [
    svg('line', { class: 'curve-grid', x1: LEFT, x2: WIDTH - 6, y1: y(percent), y2: y(percent) }),
    svg('text', { class: 'curve-text', x: LEFT - 5, y: y(percent) + 3.5, 'text-anchor': 'end' }, `${percent}%`),
  ]);
  const limitLines = limits.map((t) => svg('line', { class: 'curve-limit', x1: x(t), x2: x(t), y1: y(100), y2: y(0) }));
  const ticks = [0, 10, 20, 30, 40, 50, 60].map((t) =>
    svg(
      'text',
      { class: 'curve-text', x: x(t), y: HEIGHT - 5, 'text-anchor': 'middle' },
      t === LONGEST ? `${t} min` : String(t),
    ),
  );
  return svg(
    'svg',
    {
      viewBox: `0 0 ${WIDTH + 14} ${HEIGHT}`,
      role: 'img',
      'aria-label': `Curva dei residenti raggiunti: ${senseOf(points, limits)}.`,
    },
    ...parts,
    ...limitLines,
    svg('polygon', { class: 'curve-area', points: `${x(0)},${y(0)} ${line.join(' ')} ${x(LONGEST)},${y(0)}` }),
    svg('polyline', { class: 'curve-line', points: line.join(' ') }),
    ...ticks,
  );
}

const senseOf = (points: CurvePoint[], limits: readonly number[]): string =>
  limits
    .flatMap((limit) => points.filter((p) => p.minutes === limit))
    .map((p) => `entro ${formatExact(p.minutes)} minuti il ${formatPercent(p.percent)}`)
    .join(', ');
