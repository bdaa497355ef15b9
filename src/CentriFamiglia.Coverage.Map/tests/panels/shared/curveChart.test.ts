// @vitest-environment jsdom

import { expect, it } from 'vitest';
import { curveChart } from '../../../src/panels/shared/curveChart';

it('draws the curve, says its sense in words, and gives its table', () => {
  const chart = curveChart(
    [5, 20, 30, 40, 60].map((minutes) => ({ minutes, percent: minutes })),
    [20, 30, 40],
  );
  expect(chart.querySelector('svg')?.getAttribute('aria-label')).toBe(
    'Curva dei residenti entro un dato tempo: entro 20 minuti il 20,0 %, entro 30 minuti il 30,0 %, entro 40 minuti il 40,0 %.',
  );
  expect(chart.querySelectorAll('tbody tr')).toHaveLength(5);
});
