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

it('the view that is shown is in sight still when its letters have come', async () => {
  let come = () => {};
  const ready = new Promise<void>((resolve) => {
    come = resolve;
  });
  Object.defineProperty(document, 'fonts', { value: { ready }, configurable: true });
  const { tabs, input } = opened();
  const row = document.querySelector('fieldset') as HTMLElement;
  const tab = input('decisioni').parentElement as HTMLElement;
  const measured = (of: HTMLElement, sizes: Record<string, number>) => {
    for (const [name, value] of Object.entries(sizes)) Object.defineProperty(of, name, { value, configurable: true });
  };
  measured(row, { scrollWidth: 700, clientWidth: 600 });
  measured(tab, { offsetLeft: 600, offsetWidth: 80 });
  tabs.show('decisioni');
  vi.advanceTimersByTime(20);
  expect(row.scrollLeft).toBe(340);
  measured(tab, { offsetLeft: 650, offsetWidth: 100 });
  come();
  await ready;
  expect(row.scrollLeft).toBe(400);
});
