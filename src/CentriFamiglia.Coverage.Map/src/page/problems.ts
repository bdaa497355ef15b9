import type { ApiProblem } from '../api/apiClient';
import { byId } from '../drawing/dom';
import { hideProblem, showProblem, showRefusal, showUnknownName } from '../panels/serviceState';
import type { UnknownName } from '../state/names';
import { type Change, DEFAULT_VIEW } from '../state/viewState';
import { markStale } from './frame';

/** What was asked for is here. */
export function noProblem(): void {
  hideProblem(byId('problema'));
  markStale(false);
}

/**
 * Says what keeps the page from its answers, and marks what is shown as not current.
 * @param back The way to what was shown before; null where nothing was.
 */
export const problemsOn = (hasShown: () => boolean, back: () => (() => void) | null, change: Change) => ({
  refused: (error: UnknownName) => showUnknownName(byId('problema'), error, markStale(hasShown()), change),
  // Who has to sign in again is told so apart.
  wrong: (problem: ApiProblem) =>
    problem.status !== 401 &&
    showRefusal(byId('problema'), problem, markStale(hasShown()), {
      back: back(),
      home: () => change({ ...DEFAULT_VIEW }),
    }),
  failed: (error: unknown, seconds: number, retry: () => void) =>
    showProblem(byId('problema'), error, seconds, markStale(hasShown()), retry),
});
