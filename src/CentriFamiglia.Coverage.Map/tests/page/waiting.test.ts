// @vitest-environment jsdom

import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { Waiting } from '../../src/page/waiting';

beforeEach(() => {
  vi.useFakeTimers();
  document.body.innerHTML = '<span id="attesa"></span>';
});
afterEach(() => vi.useRealTimers());

const button = () => document.querySelector<HTMLElement>('#attesa button');

it('says what is awaited, and offers the way back where it takes long', () => {
  const back = vi.fn();
  new Waiting().show(true, 'proposte', back);
  expect([document.body.className, document.body.textContent, button()]).toEqual([
    'is-loading',
    'Si cercano le nuove sedi…',
    null,
  ]);
  vi.advanceTimersByTime(3_000);
  button()?.click();
  expect(back).toHaveBeenCalledOnce();
});

it('offers nothing where the answer came, or where there is nothing to go back to', () => {
  const waiting = new Waiting();
  waiting.show(true, 'proposte', vi.fn());
  waiting.show(false, 'proposte', null);
  vi.advanceTimersByTime(9_000);
  expect([document.body.className, button()]).toEqual(['', null]);
  waiting.show(true, 'tempi', null);
  vi.advanceTimersByTime(9_000);
  expect([document.body.textContent, button()]).toEqual(['Si leggono i tempi di viaggio…', null]);
});
