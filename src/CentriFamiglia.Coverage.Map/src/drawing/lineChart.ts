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
  /** What a click on a point chooses, and the one that is chosen; the keyboard has another way to the same. */
  pick?: { current: number | null; choose: (x: number) => void };
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
    ...points.map((p) => {
      const isCurrent = p.x === words.pick?.current;
      const dot = isCurrent ? 'curve-dot is-current' : 'curve-dot';
      return svg('circle', { class: dot, cx: xOf(p.x, frame), cy: yOf(p.y, frame), r: isCurrent ? 5 : 2.6 });
    }),
    ...targets(points, frame, words),
    ...ticks,
    svg('text', { class: 'curve-text', x: middle, y: HEIGHT - 5, 'text-anchor': 'middle' }, words.axis),
  );
}

/** Wide columns around the points, so that each is hit easily. */
function targets(points: readonly ChartPoint[], frame: ChartFrame, { pick, value, axis }: ChartWords): SVGElement[] {
  if (!pick) return [];
  const half = (frame.right - frame.left) / Math.max(1, points.length - 1) / 2;
  return points.map((p) =>
    svg(
      'rect',
      {
        class: 'curve-target',
        x: xOf(p.x, frame) - half,
        y: frame.top,
        width: 2 * half,
        height: frame.bottom - frame.top,
        onclick: () => pick.choose(p.x),
      },
      svg('title', {}, `${formatExact(p.x)} ${axis}: ${value(p.y)}`),
    ),
  );
}
