import { describe, expect, it } from 'vitest';
import { type ChartFrame, linePath, niceTicks, xOf } from '../../src/domain/chart';

const frame: ChartFrame = { left: 40, right: 240, top: 10, bottom: 110, x: [0, 10], y: [90, 100] };

describe('a line', () => {
  it('goes through its points, up as values grow', () => {
    const points = [
      { x: 0, y: 90 },
      { x: 5, y: 97.5 },
      { x: 10, y: 100 },
    ];
    expect(linePath(points, frame)).toBe('40.0,110.0 140.0,35.0 240.0,10.0');
  });

  it('stands in the middle of an axis without length', () => {
    expect(xOf(3, { ...frame, x: [3, 3] })).toBe(140);
  });
});

describe('round values', () => {
  it.each([
    [96.5, 99.4, [96, 97, 98, 99, 100]],
    [0, 10, [0, 5, 10]],
    [8.93, 9.67, [8.5, 9, 9.5, 10]],
  ])('span %f to %f', (least, greatest, expected) => {
    expect(niceTicks(least, greatest, 4)).toEqual(expected);
  });

  it('are one where nothing varies', () => {
    expect(niceTicks(7, 7, 4)).toEqual([7]);
  });
});
