import { expect, it } from 'vitest';
import { isochroneStyle } from '../../src/drawing/isochroneStyles';

it.each([
  [1, 15],
  [15, 15],
  [16, 30],
  [30, 30],
  [45, 45],
  [90, 45],
])('%i minutes are drawn as those within %i', (minutes, within) => {
  expect(isochroneStyle(minutes).minutes).toBe(within);
});
