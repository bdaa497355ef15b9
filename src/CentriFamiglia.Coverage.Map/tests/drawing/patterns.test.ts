// @vitest-environment jsdom

import { expect, it } from 'vitest';
import { type Pattern, plain } from '../../src/drawing/paint';
import { swatch } from '../../src/drawing/patterns';

const drawn = (pattern: Pattern) => swatch({ fill: '#abcdef', pattern, ink: '#123456' });

/** The colours of the lines over the ground, from below. */
const lines = (pattern: Pattern) =>
  [...drawn(pattern).querySelectorAll('path')].map((path) => path.getAttribute('stroke'));

it('a sample has the ground of its paint, and over it the lines of its pattern in the ink', () => {
  expect(swatch(plain('#abcdef')).querySelector('rect')?.getAttribute('fill')).toBe('#abcdef');
  expect(swatch(plain('#abcdef')).querySelectorAll('path')).toHaveLength(0);
  expect(lines('diagonal')).toEqual(['#123456']);
  expect(lines('cross')).toEqual(['#123456', '#123456']);
  expect(lines('cased')).toEqual(['#ffffff', '#123456']);
});

it('patterns are told apart without their colours', () => {
  const shapes = (['diagonal', 'cross', 'level', 'dots'] as const).map((pattern) => drawn(pattern).innerHTML);
  expect(new Set(shapes).size).toBe(4);
});

it('two samples of one paint are two elements, and one is not marked with the other', () => {
  drawn('dots').classList.add('is-outlined');
  expect(drawn('dots').getAttribute('class')).toBe('swatch');
});
