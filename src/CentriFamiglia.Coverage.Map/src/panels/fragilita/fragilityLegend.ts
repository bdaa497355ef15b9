import { svg } from '../../drawing/dom';
import type { Dot } from '../../drawing/paint';
import { WEIGHT_DOTS } from '../../drawing/styles';
import { WEIGHT_WORDS, WEIGHTS } from '../../text/viewWords';
import { entry } from '../shared/parts';

/** The points of the sedi, by how much is lost if they close. */
export const weightEntries = (): HTMLElement[] =>
  WEIGHTS.map((weight) => entry(dotDrawing(WEIGHT_DOTS[weight]), WEIGHT_WORDS[weight]));

/** A point as the map draws it. */
const dotDrawing = ({ fill, ink, radius }: Dot): SVGElement =>
  svg(
    'svg',
    { viewBox: '0 0 20 20', class: 'marker-sample', 'aria-hidden': 'true' },
    svg('circle', { cx: 10, cy: 10, r: radius, fill, stroke: ink, 'stroke-width': 1.6 }),
  );
