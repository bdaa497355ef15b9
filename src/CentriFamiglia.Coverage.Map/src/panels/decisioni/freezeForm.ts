import type { ScenarioRow } from '../../api/deskRows';
import { el } from '../../drawing/dom';
import { RUNS } from '../../text/deskWords';
import { Acting } from '../shared/acting';
import { field, options } from '../shared/fields';
import type { RunActions } from './deskActions';

/** Keeps the figures as they are now, of the store or of a scenario, under a title. */
export class FreezeForm {
  readonly element: HTMLElement;
  private readonly name = el('input', { id: 'congela-titolo', type: 'text', maxlength: 120, autocomplete: 'off' });
  private readonly what = el('select', { id: 'congela-che-cosa' });
  private readonly search = el('p', { class: 'note' });
  private readonly going = el('p', { class: 'note', role: 'status' });
  private readonly acting = new Acting();

  constructor(private readonly actions: RunActions) {
    const form = el(
      'form',
      { class: 'desk-form' },
      field(RUNS.freezeTitle, this.name),
      field(RUNS.freezeOf, this.what),
      this.search,
      this.acting.box,
      el('div', { class: 'trial-tools' }, el('button', { type: 'submit', class: 'quiet-button is-main' }, RUNS.go)),
      this.going,
    );
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      void this.acting.run(() => this.freeze());
    });
    this.element = el('details', { class: 'desk-details' }, el('summary', {}, RUNS.freeze), form);
  }

  show(scenarios: readonly ScenarioRow[]): void {
    const { value } = this.what;
    options(this.what, [
      ['', RUNS.asIs],
      ...scenarios
        .filter(({ stato }) => stato === 'aperto')
        .map(({ id, nome }): [string, string] => [id, RUNS.scenario(nome)]),
    ]);
    if ([...this.what.options].some((option) => option.value === value)) this.what.value = value;
    this.search.textContent = RUNS.knobs(this.actions.search());
  }

  private async freeze(): Promise<void> {
    const title = this.name.value.trim();
    if (title === '') {
      this.acting.say({ detail: RUNS.titleless, cure: '' });
      this.name.focus();
      return;
    }
    this.going.textContent = RUNS.freezing;
    try {
      await this.actions.freeze(title, this.what.value || null);
      this.name.value = '';
    } finally {
      this.going.textContent = '';
    }
  }
}
