// @vitest-environment jsdom

import { beforeEach, expect, it, vi } from 'vitest';
import { Divider } from '../../src/map/divider';

const moved = vi.fn();
let frame: HTMLElement;

beforeEach(() => {
  moved.mockClear();
  frame = document.createElement('div');
  document.body.replaceChildren(frame);
});

const line = () => frame.querySelector('[role=slider]') as HTMLElement;
const press = (key: string) => line().dispatchEvent(new KeyboardEvent('keydown', { key, cancelable: true }));

it('the divider stands in the middle and says what lies on each side', () => {
  new Divider(frame, moved).name('Oggi', 'Con le proposte');
  expect(line().getAttribute('aria-valuenow')).toBe('50');
  expect(line().getAttribute('aria-valuetext')).toBe('50 %: a sinistra Oggi, a destra Con le proposte');
  expect(moved).toHaveBeenLastCalledWith(50);
});

it('the keys move it, and never beyond the ends', () => {
  new Divider(frame, moved);
  press('ArrowRight');
  press('PageUp');
  expect(line().getAttribute('aria-valuenow')).toBe('62');
  press('End');
  press('ArrowRight');
  expect(moved).toHaveBeenLastCalledWith(100);
  press('Home');
  press('PageDown');
  expect(moved).toHaveBeenLastCalledWith(0);
  expect(line().style.left).toBe('0%');
});

it('other keys are left to the page', () => {
  new Divider(frame, moved);
  const tab = new KeyboardEvent('keydown', { key: 'Tab', cancelable: true });
  line().dispatchEvent(tab);
  expect([tab.defaultPrevented, moved.mock.calls.length]).toEqual([false, 1]);
});

it('it goes with the page that no longer needs it', () => {
  new Divider(frame, moved).remove();
  expect(frame.children).toHaveLength(0);
});
