// @vitest-environment jsdom

import { beforeEach, expect, it, vi } from 'vitest';
import { type Place, placesOf } from '../../src/domain/places';
import { Finder } from '../../src/panels/finder';
import { comune, gap, site } from '../examples/rows';

Element.prototype.scrollIntoView = vi.fn();

const places = placesOf({ comuni: [comune], areas: [gap], sites: [site] });
const chosen: Place[] = [];
let box: HTMLInputElement;

beforeEach(() => {
  document.body.innerHTML = '<div id="trova"></div>';
  chosen.length = 0;
  new Finder(document.getElementById('trova') as HTMLElement, {
    places: async () => places,
    choose: (place) => chosen.push(place),
  });
  box = document.querySelector('input') as HTMLInputElement;
});

const press = (key: string) =>
  box.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
async function type(text: string): Promise<void> {
  box.value = text;
  box.dispatchEvent(new Event('input'));
  await vi.waitFor(() => expect(document.querySelector('[role=status]')?.textContent).not.toBe(''));
}
const selected = () => document.querySelector('[aria-selected=true] span')?.textContent;

it('offers places by kind and says how many', async () => {
  await type('lodi');
  expect([...document.querySelectorAll('.finder-kind')].map((e) => e.textContent)).toEqual([
    'Comuni',
    'Ambiti',
    'Sedi',
  ]);
  expect(document.querySelector('[role=status]')?.textContent).toContain('3 risultati');
  expect(box.getAttribute('aria-expanded')).toBe('true');
});

it('goes round with the arrows, and takes the first with Enter alone', async () => {
  await type('lodi');
  press('ArrowUp');
  expect(selected()).toBe('Hub di Lodi');
  press('ArrowDown');
  expect(box.getAttribute('aria-activedescendant')).toBe(document.querySelector('[aria-selected=true]')?.id);
  press('Enter');
  expect(chosen.map(({ kind }) => kind)).toEqual(['comune']);
  expect([box.value, box.getAttribute('aria-expanded')]).toEqual(['', 'false']);
});

it('says that nothing is found, and chooses nothing then', async () => {
  await type('roma');
  expect(document.querySelector('.finder-nothing')?.textContent).toBe(
    'Nessun luogo e nessuna sede corrisponde a «roma».',
  );
  press('Enter');
  expect(chosen).toEqual([]);
});
