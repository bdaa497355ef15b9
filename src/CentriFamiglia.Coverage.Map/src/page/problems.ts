import { byId } from '../drawing/dom';
import { showProblem, showUnknownName } from '../panels/serviceState';
import type { UnknownName } from '../state/names';
import type { Change } from '../state/viewState';
import { markStale } from './frame';

/** Says what keeps the page from its answers, and marks what is shown as not current. */
export const problemsOn = (hasShown: () => boolean, change: Change) => ({
  refused: (error: UnknownName) => showUnknownName(byId('problema'), error, markStale(hasShown()), change),
  failed: (error: unknown, seconds: number, retry: () => void) =>
    showProblem(byId('problema'), error, seconds, markStale(hasShown()), retry),
});
