import type { TrialChange } from '../domain/trial';

type Trial = readonly TrialChange[];

/** What the trial was before, and what was taken back. */
export interface TrialHistory {
  past: readonly Trial[];
  future: readonly Trial[];
}

export const NO_HISTORY: TrialHistory = { past: [], future: [] };

/** More steps than anyone takes back by hand. */
export const MOST_STEPS = 200;

/** The history after a change of what is; what was taken back is no more. */
export const recorded = ({ past }: TrialHistory, now: Trial): TrialHistory => ({
  past: [...past.slice(-MOST_STEPS + 1), now],
  future: [],
});

/** Which way one can go; full, what was done longest ago is not taken back any more. */
export const stepsOf = ({ past, future }: TrialHistory) => ({
  canUndo: past.length > 0,
  canRedo: future.length > 0,
  isFull: past.length >= MOST_STEPS,
});

/** One step back; null where there is none. */
export function undone({ past, future }: TrialHistory, now: Trial): { history: TrialHistory; trial: Trial } | null {
  const trial = past.at(-1);
  return trial ? { history: { past: past.slice(0, -1), future: [now, ...future] }, trial } : null;
}

/** One step forward again; null where there is none. */
export function redone({ past, future }: TrialHistory, now: Trial): { history: TrialHistory; trial: Trial } | null {
  const [trial, ...rest] = future;
  return trial ? { history: { past: [...past, now], future: rest }, trial } : null;
}
