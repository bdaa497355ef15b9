// @vitest-environment jsdom

import { afterEach, describe, expect, it, vi } from 'vitest';
import { NO_KNOBS } from '../../../src/api/proposalKnobs';
import { placeTools } from '../../../src/panels/proposte/placeTools';
import { SearchLine } from '../../../src/panels/proposte/searchLine';
import type { SearchStatus } from '../../../src/state/searchStatus';

afterEach(() => vi.useRealTimers());

const failed = { phase: 'failed', title: 'Tempo scaduto', detail: '', cure: '', seconds: null } as const;

describe('how far a search is', () => {
  it.each<[SearchStatus, string]>([
    [
      { phase: 'running', part: 'curva', ahead: null, done: 3, total: 11 },
      'Calcolo della curva in corso3 di 110 sAnnulla',
    ],
    [
      { phase: 'running', part: 'proposte', ahead: 2, done: null, total: null },
      'Ricerca delle proposte in corso2 ricerche prima di questa0 sAnnulla',
    ],
    [{ phase: 'stopped' }, 'Ricerca annullata.Cerca di nuovo'],
    [
      { ...failed, status: 503, seconds: 7 },
      'La coda delle ricerche è piena: nuovo tentativo tra 7 secondi.Cerca di nuovo',
    ],
    [{ ...failed, status: 504 }, 'Tempo scadutoCerca di nuovo'],
    [
      { ...failed, status: 0, detail: 'La rete è interrotta.', seconds: 5 },
      'La rete è interrotta. Nuovo tentativo tra 5 secondi.Cerca di nuovo',
    ],
  ])('%o', (status, words) => {
    vi.useFakeTimers();
    const line = new SearchLine({ stop: vi.fn(), again: vi.fn() });
    line.show(status);
    expect([line.element.hidden, line.element.textContent]).toEqual([false, words]);
    line.show({ phase: 'done' });
    expect(line.element.hidden).toBe(true);
  });

  it('counts the seconds, and its button does what it says', () => {
    vi.useFakeTimers();
    const actions = { stop: vi.fn(), again: vi.fn() };
    const line = new SearchLine(actions);
    line.show({ phase: 'running', part: 'proposte', ahead: null, done: null, total: null });
    vi.advanceTimersByTime(12_000);
    expect(line.element.textContent).toContain('12 s');
    line.element.querySelector('button')?.click();
    line.show({ phase: 'stopped' });
    line.element.querySelector('button')?.click();
    expect([actions.stop.mock.calls.length, actions.again.mock.calls.length]).toEqual([1, 1]);
  });
});

it('the sheet of a comune leaves it out of the search, and takes it in again', () => {
  const change = vi.fn();
  const press = (knobs: typeof NO_KNOBS, at: number) =>
    placeTools('017087', knobs, change).querySelectorAll('button')[at];
  press(NO_KNOBS, 0)?.click();
  expect(change).toHaveBeenLastCalledWith({ knobs: { ...NO_KNOBS, notIn: ['017087'] } });
  const again = press({ ...NO_KNOBS, notIn: ['017087'] }, 0);
  expect(again?.textContent).toBe('Proponi anche qui');
  again?.click();
  expect(change).toHaveBeenLastCalledWith({ knobs: NO_KNOBS });
  press(NO_KNOBS, 1)?.click();
  expect(change).toHaveBeenLastCalledWith({ knobs: { ...NO_KNOBS, onlyIn: ['017087'] } });
});
