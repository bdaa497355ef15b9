// @vitest-environment jsdom

import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { CoverageMap } from '../../src/map/coverageMap';
import type { HandEvents } from '../../src/map/dragging';
import type { Scene } from '../../src/page/scene';
import { Trial } from '../../src/page/trial';
import type { ViewState } from '../../src/state/viewState';
import { shapes, site } from '../examples/rows';
import { shown, view } from '../examples/views';

beforeEach(() => {
  document.body.innerHTML = '<p id="detto"></p><section id="prova"></section>';
});
afterEach(() => vi.unstubAllGlobals());

/** A page with the sede LO01-H and a trial of these changes, the hand over its map, and what the service is asked. */
function page(trial: ViewState['trial'] = []) {
  const asked: { url: string; changes: unknown }[] = [];
  vi.stubGlobal('fetch', async (url: string, { body }: { body: string }) => {
    asked.push({ url, changes: JSON.parse(body).changes });
    return new Response(JSON.stringify({ meta: { totali: { prima: {}, dopo: {} } }, rows: [] }));
  });
  const base = shown({ sites: shapes(site) });
  let state = view({ theme: 'prova', trial });
  let hand: HandEvents | null = null;
  const map = { setHand: (h: HandEvents) => (hand = h), setPointing: vi.fn() };
  const render = () => tried.show(tried.view(base));
  const tried = new Trial(map as unknown as CoverageMap, { drawSites: vi.fn() } as unknown as Scene, {
    state: () => state,
    data: () => base,
    change: (change) => {
      if (change.trial) tried.changed(state.trial, change.trial);
      state = { ...state, ...change };
      render();
    },
    rival: () => null,
    render,
    select: vi.fn(),
  });
  render();
  const bring = (changes: ViewState['trial']) => {
    tried.changed(state.trial, changes);
    state = { ...state, trial: changes };
    render();
  };
  const press = (name: string) =>
    [...document.querySelectorAll('button')].find((button) => button.textContent === name)?.click();
  return {
    bring,
    press,
    trial: tried,
    hand: hand as unknown as HandEvents,
    asked,
    seen: () => tried.view(base).trial?.changes,
  };
}

const answered = () => new Promise((resolve) => setTimeout(resolve));

it('a drag that is given up leaves the trial as it was, and the rules are compared again', async () => {
  const close = { op: 'close' as const, id: 'LO01-H' };
  const { hand, asked, seen } = page([close]);
  await answered();
  hand.drag('LO01-H', 9.5, 45.3);
  await answered();
  expect(seen()).toEqual([{ op: 'move', id: 'LO01-H', lon: 9.5, lat: 45.3 }]);
  hand.cancel();
  await answered();
  expect(seen()).toEqual([close]);
  expect(asked.at(-1)?.changes).toEqual([close]);
  expect(asked.at(-1)?.url).toContain('rilievi=si');
});

it('whatever is done during a drag is seen', () => {
  const { trial, hand, seen } = page();
  hand.drag('LO01-H', 9.5, 45.3);
  trial.commit([{ op: 'close', id: 'LO01-H' }], 'Chiusa');
  expect(seen()).toEqual([{ op: 'close', id: 'LO01-H' }]);
});

it('a trial that a file or the proposals bring is taken back by «Annulla», and brought again', () => {
  const close = [{ op: 'close' as const, id: 'LO01-H' }];
  const { bring, press, seen } = page();
  bring(close);
  expect(seen()).toEqual(close);
  press('Annulla');
  expect(seen()).toEqual([]);
  press('Ripeti');
  expect(seen()).toEqual(close);
});

it('says when the oldest steps are given up', () => {
  const { bring, press } = page();
  const isSaid = () =>
    [...document.querySelectorAll('p')].some(
      ({ hidden, textContent }) => !hidden && textContent?.startsWith('Si annullano gli ultimi 200 passi'),
    );
  for (let i = 0; i < 199; i++) bring([{ op: 'close', id: `LO${i}` }]);
  expect(isSaid()).toBe(false);
  bring([{ op: 'close', id: 'LO199' }]);
  expect(isSaid()).toBe(true);
  press('Annulla');
  expect(isSaid()).toBe(false);
});
