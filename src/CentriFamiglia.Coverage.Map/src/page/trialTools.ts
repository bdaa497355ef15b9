import { type TrialChange, writeTrialFile } from '../domain/trial';
import { giveFile } from '../drawing/dom';

/** Gives the trial to the user as the file that `coverage what-if` takes. */
export const saveTrial = (trial: readonly TrialChange[]): void =>
  giveFile('prova.json', new Blob([writeTrialFile(trial)], { type: 'application/json' }));

/** What the keys ask for: back and forth as everywhere; a field that is written in keeps them for itself. */
export function stepOf(event: KeyboardEvent): 'undo' | 'redo' | null {
  const typing = event.target instanceof HTMLInputElement && event.target.type !== 'radio';
  if (!(event.ctrlKey || event.metaKey) || typing) return null;
  const key = event.key.toLowerCase();
  if (key === 'z') return event.shiftKey ? 'redo' : 'undo';
  return key === 'y' ? 'redo' : null;
}

/** Of a file that cannot be read as a trial: why, and what can. */
export const noTrialIn = (name: string) => ({
  detail: `${name} non contiene una prova.`,
  cure: 'Caricare un file salvato da qui, o per «coverage what-if».',
});
