import { type ChartFrame, type ChartPoint, linePath, niceTicks, xOf, yOf } from '../domain/chart';
import { formatExact } from '../text/numbers';
import { svg } from './dom';

const WIDTH = 320;
const HEIGHT = 150;

/** What a chart says beside its line. */
interface ChartWords {
  /** The sense of the line, for who does not see it. */
  label: string;
  /** Name of the horizontal axis. */
  axis: string;
  /** A value of the vertical axis in words. */
  value: (y: number) => string;
}

/** A line over round values of both axes, with a dot for each point. */
export function lineChart(points: readonly ChartPoint[], words: ChartWords): SVGElement {
  const ys = points.map((p) => p.y);
  const xs = points.map((p) => p.x);
  const levels = niceTicks(Math.min(...ys), Math.max(...ys), 4);
  const frame: ChartFrame = {
    left: 46,
    right: WIDTH - 8,
    top: 8,
    bottom: HEIGHT - 32,
    x: [Math.min(...xs), Math.max(...xs)],
    y: [levels[0] as number, levels[levels.length - 1] as number],
  };
  const grid = levels.flatMap((level) => [
    svg('line', { class: 'curve-grid', x1: frame.left, x2: frame.right, y1: yOf(level, frame), y2: yOf(level, frame) }),
    svg(
      'text',
      { class: 'curve-text', x: frame.left - 5, y: yOf(level, frame) + 3.5, 'text-anchor': 'end' },
      words.value(level),
    ),
  ]);
  const ticks = niceTicks(...frame.x, 6)
    .filter((t) => Number.isInteger(t) && t >= frame.x[0] && t <= frame.x[1])
    .map((t) =>
      svg(
        'text',
        { class: 'curve-text', x: xOf(t, frame), y: frame.bottom + 13, 'text-anchor': 'middle' },
        formatExact(t),
      ),
    );
  const middle = (frame.left + frame.right) / 2;
  return svg(
    'svg',
    { viewBox: `0 0 ${WIDTH} ${HEIGHT}`, role: 'img', 'aria-label': words.label },
    ...grid,
    svg('polyline', { class: 'curve-line', points: linePath(points, frame) }),
    ...points.map((p) => svg('circle', { class: 'curve-dot', cx: xOf(p.x, frame), cy: yOf(p.y, frame), r: 2.6 })),
    ...ticks,
    svg('text', { class: 'curve-text', x: middle, y: HEIGHT - 5, 'text-anchor': 'middle' }, words.axis),
  );
}
