import { el } from '../../drawing/dom';
import type { SearchStatus } from '../../state/searchStatus';
import { SEARCH } from '../../text/proposalWords';

interface SearchActions {
  stop(): void;
  again(): void;
}

/** Full: as many wait as the service lets wait. */
const BUSY = 503;

/** Says how far the search for the proposals is, and lets it be ended or begun again. */
export class SearchLine {
  readonly element = el('div', { id: 'ricerca', class: 'search-line', hidden: true });
  private readonly words = el('span', { class: 'search-words', role: 'status' });
  private readonly detail = el('span', { class: 'search-detail' });
  private readonly clock = el('span', { class: 'search-detail', 'aria-hidden': 'true' });
  private readonly button: HTMLButtonElement;
  private ticking: ReturnType<typeof setInterval> | undefined;
  private press = (): void => {};

  constructor(private readonly actions: SearchActions) {
    this.button = el('button', { type: 'button', class: 'quiet-button', onclick: () => this.press() });
    this.element.append(this.words, this.detail, this.clock, this.button);
  }

  show(status: SearchStatus): void {
    document.body.dataset['search'] = status.phase;
    this.element.hidden = status.phase === 'none' || status.phase === 'done';
    this.element.classList.toggle('is-problem', status.phase === 'failed');
    if (status.phase !== 'running') this.stopClock();
    if (status.phase === 'running') {
      const { part, ahead, done, total } = status;
      this.say(SEARCH.running(part));
      this.detail.textContent =
        ahead !== null ? SEARCH.waiting(ahead) : done !== null && total !== null ? SEARCH.progress(done, total) : '';
      this.offer(SEARCH.stop, this.actions.stop);
      this.startClock();
    } else if (status.phase === 'stopped') {
      this.say(SEARCH.stopped);
      this.offer(SEARCH.again, this.actions.again);
    } else if (status.phase === 'failed') {
      this.say(wordsOf(status));
      this.offer(SEARCH.again, this.actions.again);
    }
  }

  /** Said aloud only where it is something else. */
  private say(words: string): void {
    if (this.words.textContent !== words) this.words.textContent = words;
    this.detail.textContent = '';
  }

  private offer(label: string, press: () => void): void {
    this.button.textContent = label;
    this.press = press;
  }

  private startClock(): void {
    if (this.ticking) return;
    const from = Date.now();
    const tick = () => {
      this.clock.textContent = SEARCH.seconds(Math.round((Date.now() - from) / 1000));
    };
    tick();
    this.ticking = setInterval(tick, 1000);
  }

  private stopClock(): void {
    clearInterval(this.ticking);
    this.ticking = undefined;
    this.clock.textContent = '';
  }
}

function wordsOf({ status, title, detail, cure, seconds }: SearchStatus & { phase: 'failed' }): string {
  if (status === BUSY && seconds !== null) return SEARCH.full(seconds);
  const why = [detail || title || SEARCH.failed, cure].filter(Boolean).join(' ');
  return seconds === null ? why : `${why} ${SEARCH.retry(seconds)}`;
}
