import { el } from '../drawing/dom';
import { meaningOf, mentionsIn } from '../text/glossary';

/** Explains the terms of the glossary that the labels of a region name, each where it is named first. */
export function explainTerms(region: HTMLElement, labels: string): void {
  const seen = new Set<string>();
  for (const label of region.querySelectorAll<HTMLElement>(labels)) explainIn(label, seen);
}

/** The same for one text, which is its own region. */
export const explainText = (element: HTMLElement): void => explainIn(element, new Set());

function explainIn(label: HTMLElement, seen: Set<string>): void {
  for (const node of [...label.childNodes]) {
    if (!(node instanceof Text)) continue;
    const text = node.data;
    const parts: (Node | string)[] = [];
    let at = 0;
    for (const { from, to, term } of mentionsIn(text, seen)) {
      seen.add(term);
      parts.push(
        text.slice(at, from),
        el('button', { type: 'button', class: 'term', 'data-term': term }, text.slice(from, to)),
      );
      at = to;
    }
    if (at > 0) node.replaceWith(...parts, text.slice(at));
  }
}

/** Between the pointer's coming or going and what is shown; long enough to go from a term to its meaning. */
const DELAY_MS = { show: 150, hide: 300 };

const ID = 'significato';

/** Shows the meaning of a term while the pointer or the focus is on it, or on the meaning itself; Esc puts it away. */
export class TermMeanings {
  private readonly box = el('div', { id: ID, role: 'tooltip', class: 'term-meaning', hidden: true });
  private term: HTMLElement | null = null;
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor() {
    document.body.append(this.box);
    document.addEventListener('pointerover', (event) => this.pointed(event.target as Element));
    document.addEventListener('focusin', (event) => {
      const term = termOf(event.target as Element);
      term ? this.show(term) : this.hide();
    });
    // A finger points at nothing before it presses.
    document.addEventListener('click', (event) => {
      const term = termOf(event.target as Element);
      if (term?.matches('.term')) this.show(term);
      else if (!this.box.contains(event.target as Node)) this.hide();
    });
    // What is under the meaning is not put away together with it.
    window.addEventListener(
      'keydown',
      (event) => {
        if (event.key !== 'Escape' || this.box.hidden) return;
        event.stopPropagation();
        this.hide();
      },
      true,
    );
    for (const event of ['scroll', 'resize'])
      window.addEventListener(event, () => this.place(), { passive: true, capture: true });
  }

  private pointed(target: Element): void {
    const term = termOf(target);
    if (this.box.contains(target) || (term && term === this.term)) {
      clearTimeout(this.timer);
      return;
    }
    if (term) this.later(DELAY_MS.show, () => this.show(term));
    else if (document.activeElement !== this.term) this.later(DELAY_MS.hide, () => this.hide());
  }

  private later(wait: number, act: () => void): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(act, wait);
  }

  private show(term: HTMLElement): void {
    const known = meaningOf(term.dataset['term'] ?? '');
    if (!known || !term.isConnected) return;
    this.hide();
    this.term = term;
    this.box.replaceChildren(el('strong', {}, known.term), el('p', {}, known.meaning));
    this.box.hidden = false;
    term.setAttribute('aria-describedby', ID);
    this.place();
  }

  private hide(): void {
    clearTimeout(this.timer);
    this.term?.removeAttribute('aria-describedby');
    this.term = null;
    this.box.hidden = true;
  }

  /** Below its term, or above it where there is no room; a term that is gone takes its meaning with it. */
  private place(): void {
    if (!this.term) return;
    if (!this.term.isConnected) {
      this.hide();
      return;
    }
    const at = this.term.getBoundingClientRect();
    const { offsetWidth: width, offsetHeight: height } = this.box;
    const top = at.bottom + 4 + height <= window.innerHeight ? at.bottom + 4 : Math.max(4, at.top - height - 4);
    this.box.style.top = `${top}px`;
    this.box.style.left = `${Math.max(8, Math.min(at.left, document.documentElement.clientWidth - width - 8))}px`;
  }
}

const termOf = (element: Element): HTMLElement | null => element.closest<HTMLElement>('[data-term]');
