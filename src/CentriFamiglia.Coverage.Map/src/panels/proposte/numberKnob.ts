import { isWithin, type NumberKnob, PARAMETERS, RANGES } from '../../api/proposalKnobs';
import { el } from '../../drawing/dom';
import { KNOB_WORDS, KNOBS } from '../../text/proposalWords';

/** One number of a search, empty for the service's own; what the service would refuse is said beside it and asks for nothing. */
export class NumberField {
  readonly element: HTMLElement;
  readonly input: HTMLInputElement;
  private readonly said: HTMLElement;
  private readonly label = el('label');

  constructor(
    private readonly name: NumberKnob,
    private readonly set: (value: number | null) => void,
  ) {
    const { least, most, decimals } = RANGES[name];
    const id = `scelta-${PARAMETERS[name]}`;
    this.said = el('span', { class: 'field-error', id: `${id}-errore`, role: 'alert' });
    this.input = el('input', {
      id,
      type: 'number',
      min: least,
      max: most,
      step: decimals === 0 ? '1' : 'any',
      placeholder: KNOB_WORDS[name].usual,
      autocomplete: 'off',
      'aria-describedby': this.said.id,
    });
    this.input.addEventListener('change', () => this.changed());
    this.label.htmlFor = id;
    this.showLabel();
    this.element = el('div', { class: 'knob' }, this.label, this.input, this.said);
  }

  /** @param problem What keeps the value from counting; empty where it counts. */
  show(value: number | null, problem = ''): void {
    this.showLabel();
    // What is being written, or was refused, stays as it is.
    if (!this.isRight()) return;
    if (document.activeElement !== this.input) this.input.value = value === null ? '' : String(value);
    this.say(problem);
  }

  /** A share is of those who are counted. */
  private showLabel(): void {
    const { label, unit } = KNOB_WORDS[this.name];
    this.label.textContent = `${label} (${unit})`;
  }

  private changed(): void {
    const { least, most, decimals } = RANGES[this.name];
    if (!this.isRight()) {
      this.say(KNOBS.range(least, most, decimals));
      return;
    }
    this.say('');
    this.set(this.input.value === '' ? null : this.input.valueAsNumber);
  }

  private isRight(): boolean {
    const { value, valueAsNumber, validity } = this.input;
    return !validity.badInput && (value === '' || isWithin(valueAsNumber, RANGES[this.name]));
  }

  private say(problem: string): void {
    this.said.textContent = problem;
    if (problem) this.input.setAttribute('aria-invalid', 'true');
    else this.input.removeAttribute('aria-invalid');
  }
}
