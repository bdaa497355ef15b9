import { expect, it } from 'vitest';
import type { TrialChange } from '../../src/domain/trial';
import { NO_HISTORY, recorded, redone, stepsOf, undone } from '../../src/state/trialHistory';

const trial = (...ids: string[]): TrialChange[] => ids.map((id) => ({ op: 'close', id }));

it('goes back step by step, and forward again', () => {
  const twice = recorded(recorded(NO_HISTORY, trial()), trial('A'));
  const back = undone(twice, trial('A', 'B'));
  expect(back?.trial).toEqual(trial('A'));
  const further = undone(back?.history ?? NO_HISTORY, trial('A'));
  expect(further?.trial).toEqual(trial());
  expect(undone(further?.history ?? NO_HISTORY, trial())).toBeNull();
  const forward = redone(further?.history ?? NO_HISTORY, trial());
  expect(forward?.trial).toEqual(trial('A'));
  expect(redone(forward?.history ?? NO_HISTORY, trial('A'))?.trial).toEqual(trial('A', 'B'));
});

it('forgets what was taken back once something else is done', () => {
  const back = undone(recorded(NO_HISTORY, trial()), trial('A'));
  expect(redone(recorded(back?.history ?? NO_HISTORY, trial()), trial('B'))).toBeNull();
});

it('does not grow without end', () => {
  let history = NO_HISTORY;
  for (let i = 0; i < 500; i++) history = recorded(history, trial(String(i)));
  expect(stepsOf(history)).toEqual({ canUndo: true, canRedo: false, isFull: true });
  expect(stepsOf(undone(history, trial('500'))?.history ?? NO_HISTORY)).toEqual({
    canUndo: true,
    canRedo: true,
    isFull: false,
  });
  expect(history.past).toHaveLength(200);
  expect(history.past.at(-1)).toEqual(trial('499'));
});
