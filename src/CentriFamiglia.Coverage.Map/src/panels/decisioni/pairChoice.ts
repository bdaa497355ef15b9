import { el } from '../../drawing/dom';
import { DESK } from '../../text/deskWords';
import { Acting, quietButton } from '../shared/acting';
import { field, options } from '../shared/fields';

/** Two of a list to set side by side, and what comes of it below; hidden while there are not two. */
export class PairChoice {
  readonly element: HTMLElement;
  private readonly first: HTMLSelectElement;
  private readonly second: HTMLSelectElement;
  private readonly acting = new Acting();
  private readonly result = el('div', { class: 'desk-compared', tabindex: '-1' });

  /** @param compare What to show of the two. */
  constructor(id: string, title: string, compare: (first: string, second: string) => Promise<HTMLElement[]>) {
    this.first = el('select', { id: `${id}-primo` });
    this.second = el('select', { id: `${id}-secondo` });
    const go = async () => {
      const [first, second] = [this.first.value, this.second.value];
      if (first === second) {
        this.acting.say({ detail: DESK.chooseTwo, cure: '' });
        return;
      }
      this.result.replaceChildren(...(await compare(first, second)));
      this.result.focus({ preventScroll: true });
      this.result.scrollIntoView?.({ block: 'nearest' });
    };
    this.element = el(
      'div',
      { class: 'desk-pair', role: 'group', 'aria-label': title, hidden: true },
      el('h4', {}, title),
      el(
        'div',
        { class: 'trial-tools' },
        field(DESK.first, this.first),
        field(DESK.second, this.second),
        quietButton(DESK.compare, () => void this.acting.run(go), `${DESK.compare}: ${title}`),
      ),
      this.acting.box,
      this.result,
    );
  }

  offer(pairs: [id: string, name: string][]): void {
    this.element.hidden = pairs.length < 2;
    const [first, second] = [this.first.value, this.second.value];
    options(this.first, pairs);
    options(this.second, pairs);
    const has = (id: string) => pairs.some(([each]) => each === id);
    this.first.value = has(first) ? first : (pairs[0]?.[0] ?? '');
    this.second.value = has(second) && second !== first ? second : (pairs[1]?.[0] ?? '');
  }
}
