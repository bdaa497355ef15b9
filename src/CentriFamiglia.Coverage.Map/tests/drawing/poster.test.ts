import { expect, it } from 'vitest';
import { wrapped } from '../../src/drawing/poster';
import { barFor } from '../../src/drawing/scaleBar';

/** As wide as it has letters. */
const letters = (text: string) => text.length;

it('a line of a picture breaks between words, and within one that is longer than the line', () => {
  expect(wrapped('Sedi comunali: GeoNames', 14, letters)).toEqual(['Sedi comunali:', 'GeoNames']);
  expect(wrapped('https://esempio.it/#tema=tempi', 12, letters)).toEqual(['https://esem', 'pio.it/#tema', '=tempi']);
  expect(wrapped('', 14, letters)).toEqual([]);
});

it('the bar of a scale is the longest round length that has room', () => {
  // At 45.65 degrees north and zoom 8 a pixel of a tile of 512 is 213.7 m.
  expect(barFor(45.65, 8).km).toBe(20);
  expect(barFor(45.65, 8).pixels).toBeCloseTo(93.6, 0);
  expect(barFor(45.65, 11).km).toBe(2);
});
