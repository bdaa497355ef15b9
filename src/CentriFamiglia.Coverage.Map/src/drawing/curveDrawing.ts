import { type ChartFrame, linePath, xOf, yOf } from '../domain/chart';
import type { CurvePoint } from '../domain/curve';
import { formatExact, formatPercent } from '../text/numbers';
import { SHEET } from '../text/sheetWords';
import { svg } from './dom';

const LONGEST = 60;
const FRAME: ChartFrame = { left: 30, right: 274, top: 6, bottom: 100, x: [0, LONGEST], y: [0, 100] };

/** Share of residents within 5, 10, ... 60 minutes of a sede, with the limits, and its sense in words. */
export function curveDrawing(points: CurvePoint[], limits: readonly number[]): SVGElement {
  const { left, right, top, bottom } = FRAME;
  const line = linePath(
    [{ minutes: 0, percent: 0 }, ...points].map((p) => ({ x: p.minutes, y: p.percent })),
    FRAME,
  );
  const grid = [0, 50, 100].flatMap((percent) => {
    const y = yOf(percent, FRAME);
    return [
      svg('line', { class: 'curve-grid', x1: left, x2: right, y1: y, y2: y }),
      svg('text', { class: 'curve-text', x: left - 5, y: y + 3.5, 'text-anchor': 'end' }, `${percent}%`),
    ];
  });
  const limitLines = limits.map((t) =>
    svg('line', { class: 'curve-limit', x1: xOf(t, FRAME), x2: xOf(t, FRAME), y1: top, y2: bottom }),
  );
  const ticks = [0, 10, 20, 30, 40, 50, LONGEST].map((t) =>
    svg(
      'text',
      { class: 'curve-text', x: xOf(t, FRAME), y: bottom + 15, 'text-anchor': 'middle' },
      t === LONGEST ? `${formatExact(t)} min` : formatExact(t),
    ),
  );
  return svg(
    'svg',
    {
      viewBox: '0 0 294 120',
      role: 'img',
      'aria-label': SHEET.reachedCurve(senseOf(points, limits)),
    },
    ...grid,
    ...limitLines,
    svg('polygon', { class: 'curve-area', points: `${left},${bottom} ${line} ${right},${bottom}` }),
    svg('polyline', { class: 'curve-line', points: line }),
    ...ticks,
  );
}

const senseOf = (points: CurvePoint[], limits: readonly number[]): string =>
  limits
    .flatMap((limit) => points.filter((p) => p.minutes === limit))
    .map((p) => SHEET.reachedPoint(formatExact(p.minutes), formatPercent(p.percent)))
    .join(', ');
