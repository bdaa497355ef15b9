import { byId, el } from '../drawing/dom';
import { STOP_WAITING, WAITING_WORDS } from '../text/pageWords';
import type { Theme } from '../text/viewWords';

/** After which the way back is offered. */
const LONG_MS = 3_000;

/** Says what is awaited; where it takes long, it can be left for what was shown before. */
export class Waiting {
  private timer: ReturnType<typeof setTimeout> | undefined;

  /** @param back Goes back to what was shown; null where nothing was. */
  show(isBusy: boolean, theme: Theme, back: (() => void) | null): void {
    document.body.classList.toggle('is-loading', isBusy);
    clearTimeout(this.timer);
    const said = byId('attesa');
    if (!isBusy) return;
    said.replaceChildren(WAITING_WORDS[theme]);
    if (!back) return;
    this.timer = setTimeout(() => {
      said.append(el('button', { type: 'button', class: 'quiet-button', onclick: back }, STOP_WAITING));
    }, LONG_MS);
  }
}
