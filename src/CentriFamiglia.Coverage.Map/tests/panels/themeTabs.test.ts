// @vitest-environment jsdom

import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { ThemeTabs } from '../../src/panels/themeTabs';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function opened() {
  const choose = vi.fn();
  const tabs = new ThemeTabs(choose);
  document.body.replaceChildren(tabs.element());
  tabs.show('copertura');
  const input = (theme: string) => document.querySelector(`input[value=${theme}]`) as HTMLInputElement;
  const press = (theme: string, key = 'ArrowRight') => {
    input(theme).dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }));
    if (key === 'Enter') return;
    input(theme).checked = true;
    input(theme).dispatchEvent(new Event('change', { bubbles: true }));
  };
  return { choose, tabs, input, press };
}

it('the views that the arrows pass by are not loaded, only the one where they rest', () => {
  const { choose, tabs, input, press } = opened();
  press('tempi');
  vi.advanceTimersByTime(300);
  press('misure');
  tabs.show('copertura');
  expect(input('misure').checked).toBe(true);
  vi.advanceTimersByTime(599);
  expect(choose).not.toHaveBeenCalled();
  vi.advanceTimersByTime(1);
  expect(choose.mock.calls).toEqual([['misure']]);
});

it('Enter, and going on with Tab, take the view at once', () => {
  const { choose, input, press } = opened();
  press('tempi');
  press('tempi', 'Enter');
  press('misure');
  input('misure').dispatchEvent(new FocusEvent('focusout', { bubbles: true, relatedTarget: null }));
  vi.runAllTimers();
  expect(choose.mock.calls).toEqual([['tempi'], ['misure']]);
});

it('a view that is pointed at is loaded at once', () => {
  const { choose, input, press } = opened();
  press('tempi', 'Enter');
  input('orari').dispatchEvent(new Event('pointerdown', { bubbles: true }));
  input('orari').click();
  expect(choose.mock.calls).toEqual([['orari']]);
});
