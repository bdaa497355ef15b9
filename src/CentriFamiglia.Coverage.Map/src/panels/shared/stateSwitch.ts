import { el } from '../../drawing/dom';
import { choiceOf, choicesOf, choosing, layingBeside } from '../../state/comparison';
import type { Change, ViewState } from '../../state/viewState';
import { SWITCH } from '../../text/compareWords';
import { STATE_WORDS, type StateChoice } from '../../text/viewWords';

/** Which state a view shows: today, the other, what sets them apart; or the two side by side. Built once, so that the focus stays. */
export class StateSwitch {
  readonly element: HTMLElement;
  private readonly inputs = new Map<StateChoice, HTMLInputElement>();
  private readonly labels = new Map<StateChoice, HTMLElement>();
  private readonly beside: HTMLButtonElement;
  private state: ViewState | null = null;

  constructor(name: string, change: Change) {
    for (const [choice, words] of Object.entries(STATE_WORDS) as [StateChoice, string][]) {
      const choose = () => this.state && change(choosing(choice, this.state));
      const input = el('input', { type: 'radio', name, value: choice, onchange: choose });
      this.inputs.set(choice, input);
      this.labels.set(choice, el('label', {}, input, el('span', {}, words)));
    }
    const press = () => this.state && change(layingBeside(this.state));
    this.beside = el(
      'button',
      { type: 'button', class: 'quiet-button', title: SWITCH.besideMeaning, onclick: press },
      SWITCH.beside,
    );
    const order: StateChoice[] = ['oggi', 'proposte', 'prova', 'altro', 'differenza'];
    this.element = el(
      'div',
      { class: 'state-switch trial-colours' },
      el(
        'fieldset',
        { class: 'themes' },
        el('legend', { class: 'visually-hidden' }, SWITCH.label),
        ...order.map((choice) => this.labels.get(choice)),
      ),
      this.beside,
    );
  }

  show(state: ViewState): void {
    this.state = state;
    const offered = choicesOf(state);
    for (const [choice, label] of this.labels) label.hidden = !offered.includes(choice);
    for (const [choice, input] of this.inputs) input.checked = choice === choiceOf(state);
    this.beside.setAttribute('aria-pressed', String(state.beside));
  }
}
