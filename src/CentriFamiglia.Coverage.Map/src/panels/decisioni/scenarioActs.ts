import { may } from '../../api/account';
import type { ViewState } from '../../state/viewState';
import { SAVE } from '../../text/deskWords';
import { quietButton } from '../shared/acting';

/** Beside the headline of a trial, the way to the form that keeps it, which stands further down; nothing in another view. */
export const scenarioActs = ({ theme, trial }: Pick<ViewState, 'theme' | 'trial'>): HTMLElement[] =>
  theme === 'prova' && trial.length > 0 && may('preparare') ? [quietButton(SAVE.title, openForm)] : [];

function openForm(): void {
  const form = document.querySelector<HTMLDetailsElement>('#scenario details');
  if (!form) return;
  form.open = true;
  form.scrollIntoView({ block: 'nearest' });
  form.querySelector('input')?.focus();
}
