import { ApiProblem } from '../../api/apiClient';
import { el } from '../../drawing/dom';
import { DESK } from '../../text/deskWords';
import { type Problem, problemWords } from './parts';

/** Something that is done on request, one at a time: why it was not done stands in its box. */
export class Acting {
  readonly box = el('div', { class: 'trial-problem', role: 'alert', hidden: true });
  private isBusy = false;

  /** @param failed Says it in another way where it can; false where it has nothing of its own to say. */
  async run(work: () => Promise<void>, failed: (problem: ApiProblem) => boolean = () => false): Promise<void> {
    if (this.isBusy) return;
    this.isBusy = true;
    this.clear();
    try {
      await work();
    } catch (error) {
      if (!(error instanceof ApiProblem) || !failed(error)) this.say(problemOf(error));
    } finally {
      this.isBusy = false;
    }
  }

  say(problem: Problem, ...ways: HTMLElement[]): void {
    this.box.hidden = false;
    this.box.replaceChildren(problemWords(problem), ...ways);
    this.box.scrollIntoView?.({ block: 'nearest' });
  }

  clear(): void {
    this.box.hidden = true;
    this.box.replaceChildren();
  }
}

/** What the service says of it, and how to mend it. */
export const problemOf = (error: unknown): Problem =>
  error instanceof ApiProblem
    ? { detail: error.detail || error.message, cure: error.cure, isService: error.status > 0 }
    : { detail: DESK.notDone, cure: '' };

export const quietButton = (label: string, press: () => void, about?: string): HTMLButtonElement =>
  el('button', { type: 'button', class: 'quiet-button', onclick: press, 'aria-label': about }, label);
