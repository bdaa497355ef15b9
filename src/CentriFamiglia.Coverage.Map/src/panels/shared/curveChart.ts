import type { CurvePoint } from '../../domain/curve';
import { curveDrawing } from '../../drawing/curveDrawing';
import { el } from '../../drawing/dom';
import { formatCount, formatPercent } from '../../text/numbers';
import { smallTable } from './parts';

/** Share of residents within 5, 10, ... 60 minutes of a sede: a drawing with the limits, and its table. */
export const curveChart = (points: CurvePoint[], limits: readonly number[]): HTMLElement =>
  el(
    'figure',
    { class: 'curve' },
    el('figcaption', {}, 'Residenti entro un dato tempo dalla sede più vicina'),
    curveDrawing(points, limits),
    el(
      'details',
      {},
      el('summary', {}, 'I numeri della curva'),
      smallTable(
        ['Entro', 'Residenti'],
        points.map((p) => [`${formatCount(p.minutes)} min`, formatPercent(p.percent)]),
      ),
    ),
  );
