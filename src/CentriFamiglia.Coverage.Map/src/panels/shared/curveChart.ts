import type { CurvePoint } from '../../domain/curve';
import { curveDrawing } from '../../drawing/curveDrawing';
import { el } from '../../drawing/dom';
import { LABEL } from '../../text/labels';
import { formatCount, formatPercent } from '../../text/numbers';
import { SHEET } from '../../text/sheetWords';
import { smallTable } from './parts';

/** Share of residents within 5, 10, ... 60 minutes of a sede: a drawing with the limits, and its table. */
export const curveChart = (points: CurvePoint[], limits: readonly number[]): HTMLElement =>
  el(
    'figure',
    { class: 'curve' },
    el('figcaption', {}, SHEET.reachCurve),
    curveDrawing(points, limits),
    el(
      'details',
      {},
      el('summary', {}, SHEET.curveFigures),
      smallTable(
        [LABEL.within, LABEL.residents],
        points.map((p) => [`${formatCount(p.minutes)} min`, formatPercent(p.percent)]),
      ),
    ),
  );
