import { clockOf, FIRST_MINUTE, LAST_MINUTE, STEP_MINUTES } from '../../domain/hours';
import { el } from '../../drawing/dom';
import { type Change, DEFAULT_VIEW, type ViewState } from '../../state/viewState';
import { LABEL } from '../../text/labels';
import { DAY_WORDS, DAYS, type Day } from '../../text/viewWords';
import { WEEK_WORDS } from '../../text/weekWords';
import { field, options } from '../shared/fields';

type Moment = Pick<ViewState, 'day' | 'minute'>;

/** Between one half hour and the next, once its answer is there. */
const EVERY_MS = 1_200;

/** The part of the day that is played. */
const PLAYED = { from: 7 * 60, to: 20 * 60 + 30 };

const isSame = (a: Moment, b: Moment): boolean => a.day === b.day && a.minute === b.minute;

const isStill = (): boolean => globalThis.matchMedia?.('(prefers-reduced-motion: reduce)').matches ?? false;

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
  private readonly play = el('button', {
    type: 'button',
    class: 'quiet-button play-button',
    onclick: () => this.press(),
  });
  private timer: ReturnType<typeof setTimeout> | undefined;
  /** Where the day that is played has come to; null while it is not. */
  private playing: Moment | null = null;
  private now: Moment = DEFAULT_VIEW;
  private readonly clock = el('output', { for: 'ora', class: 'clock' });

  constructor(private readonly change: Change) {
    options(
      this.day,
      DAYS.map((day) => [day, DAY_WORDS[day]]),
    );
    this.day.addEventListener('change', () => change({ day: this.day.value as Day }));
    this.hour.addEventListener('input', () => this.say());
    this.hour.addEventListener('change', () => change({ minute: this.hour.valueAsNumber }));
    const hours = field(LABEL.hour, this.hour);
    hours.append(this.clock);
    this.fields = [field(LABEL.day, this.day), hours, this.play];
  }

  show(state: ViewState): void {
    for (const each of this.fields) each.hidden = state.theme !== 'orari';
    this.now = { day: state.day, minute: state.minute };
    clearTimeout(this.timer);
    // Another choice, or another view, ends what is played.
    if (this.playing && !(state.theme === 'orari' && isSame(this.playing, state))) this.playing = null;
    if (this.playing) this.timer = setTimeout(() => this.forward(), EVERY_MS);
    this.play.textContent = this.playing ? WEEK_WORDS.pause : isStill() ? WEEK_WORDS.step : WEEK_WORDS.play;
    this.day.value = state.day;
    this.hour.value = String(state.minute);
    this.say();
  }

  /** Plays the day, or stops; where motion is not wanted, goes on by one half hour. */
  private press(): void {
    if (this.playing) {
      this.playing = null;
      this.change({ ...this.now }, true);
      return;
    }
    if (this.now.minute >= PLAYED.to || this.now.minute < PLAYED.from)
      this.now = { ...this.now, minute: PLAYED.from - STEP_MINUTES };
    this.forward(!isStill());
  }

  private forward(goesOn = true): void {
    const minute = this.now.minute + STEP_MINUTES;
    const next = { day: this.now.day, minute };
    this.playing = goesOn && minute < PLAYED.to ? next : null;
    this.change(next, true);
  }

  private say(): void {
    const clock = clockOf(this.hour.valueAsNumber);
    this.clock.textContent = clock;
    this.hour.setAttribute('aria-valuetext', clock);
  }
}
