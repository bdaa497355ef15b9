import { clockOf, FIRST_MINUTE, LAST_MINUTE, STEP_MINUTES } from '../../domain/hours';
import { el } from '../../drawing/dom';
import type { Change, ViewState } from '../../state/viewState';
import { DAY_WORDS, DAYS, type Day } from '../../text/viewWords';
import { field, options } from '../shared/fields';

/** The moment of the ordinary week at which doors must be open. */
export class HourControls {
  readonly fields: HTMLElement[];
  private readonly day = el('select', { id: 'giorno' });
  private readonly hour = el('input', {
    type: 'range',
    id: 'ora',
    min: FIRST_MINUTE,
    max: LAST_MINUTE,
    step: STEP_MINUTES,
  });
  private readonly clock = el('output', { for: 'ora', class: 'clock' });

  constructor(change: Change) {
    options(
      this.day,
      DAYS.map((day) => [day, DAY_WORDS[day]]),
    );
    this.day.addEventListener('change', () => change({ day: this.day.value as Day }));
    this.hour.addEventListener('input', () => this.say());
    this.hour.addEventListener('change', () => change({ minute: this.hour.valueAsNumber }));
    const hours = field('Ora', this.hour);
    hours.append(this.clock);
    this.fields = [field('Giorno', this.day), hours];
  }

  show(state: ViewState): void {
    for (const each of this.fields) each.hidden = state.theme !== 'orari';
    this.day.value = state.day;
    this.hour.value = String(state.minute);
    this.say();
  }

  private say(): void {
    const clock = clockOf(this.hour.valueAsNumber);
    this.clock.textContent = clock;
    this.hour.setAttribute('aria-valuetext', clock);
  }
}
