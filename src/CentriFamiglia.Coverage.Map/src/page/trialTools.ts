import { type TrialChange, writeTrialFile } from '../domain/trial';
import { giveFile } from '../drawing/dom';
import { TRIAL_TOOLS } from '../text/trialWords';

/** Gives the trial to the user as the file that `coverage what-if` takes. */
export const saveTrial = (trial: readonly TrialChange[]): void =>
  giveFile('prova.json', new Blob([writeTrialFile(trial)], { type: 'application/json' }));

/**
 * Listens to what the keys ask for while sedi are tried.
 * @param stop What Escape ends.
 */
export function listenToKeys(isOn: () => boolean, stop: () => void, steps: Record<'undo' | 'redo', () => void>): void {
  document.addEventListener('keydown', (event) => {
    if (!isOn()) return;
    if (event.key === 'Escape') stop();
    const step = stepOf(event);
    if (!step) return;
    event.preventDefault();
    steps[step]();
  });
}

/** What the keys ask for: back and forth as everywhere; a field that is written in keeps them for itself. */
function stepOf(event: KeyboardEvent): 'undo' | 'redo' | null {
  const typing = event.target instanceof HTMLInputElement && event.target.type !== 'radio';
  if (!(event.ctrlKey || event.metaKey) || typing) return null;
  const key = event.key.toLowerCase();
  if (key === 'z') return event.shiftKey ? 'redo' : 'undo';
  return key === 'y' ? 'redo' : null;
}

/** Of a file that cannot be read as a trial: why, and what can. */
export const noTrialIn = (name: string) => ({
  detail: TRIAL_TOOLS.noTrialIn(name),
  cure: TRIAL_TOOLS.noTrialCure,
});
