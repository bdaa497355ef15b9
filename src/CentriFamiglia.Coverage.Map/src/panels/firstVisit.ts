import { byId, el } from '../drawing/dom';
import { VISIT } from '../text/visitWords';

type Step = keyof typeof VISIT.steps;

/** The part of the page that each step speaks of. */
const PLACES: Record<Step, () => HTMLElement | null | undefined> = {
  map: () => byId('mappa'),
  ats: () => byId('ats').closest<HTMLElement>('.field'),
  trial: () => document.querySelector('input[name="tema"][value="prova"]')?.closest('label'),
  send: () => byId('collegamento'),
};
const STEPS = Object.keys(PLACES) as Step[];

const MEMORY = 'visita';

/** Room between the card and what it speaks of, or the edge of the window. */
const GAP = 12;

/** Whether an address shows nothing but what the program opens on; its language is no view. */
export function isBare({ search, hash }: Pick<Location, 'search' | 'hash'>): boolean {
  const others = [...new URLSearchParams(search).keys()].filter((name) => name !== 'lingua');
  return others.length === 0 && hash.replace(/^#/, '') === '';
}

/** Whether the page was asked for together with its first steps. */
export const asksForVisit = ({ search }: Pick<Location, 'search'>): boolean =>
  new URLSearchParams(search).has('primi_passi');

/** A browser without a memory is shown the steps each time. */
function isFirst(): boolean {
  try {
    return localStorage.getItem(MEMORY) === null;
  } catch {
    return true;
  }
}

/** Four steps on a card beside what they speak of: the page stays usable, and Esc or «Salta» puts them away. */
export class FirstVisit {
  private readonly heading = el('h2', { id: 'visita-titolo', tabindex: '-1' });
  private readonly words = el('p');
  private readonly count = el('span', { class: 'visit-count' });
  private readonly back = el(
    'button',
    { type: 'button', class: 'quiet-button', onclick: () => this.go(-1) },
    VISIT.back,
  );
  private readonly next = el('button', { type: 'button', class: 'visit-next', onclick: () => this.go(1) });
  private readonly card: HTMLElement;
  private at = 0;
  private opener: HTMLElement | null = null;

  constructor() {
    const skip = el('button', { type: 'button', class: 'visit-skip', onclick: () => this.close() }, VISIT.skip);
    this.card = el(
      'section',
      { class: 'visit', id: 'visita', 'aria-label': VISIT.title, hidden: true },
      el('div', { class: 'visit-head' }, this.count, skip),
      el('div', { 'aria-live': 'polite' }, this.heading, this.words),
      el('div', { class: 'visit-ways' }, this.back, this.next),
    );
    // Read right after the tools of the page, before what it speaks of.
    document.querySelector('.masthead')?.after(this.card);
    document.addEventListener('keydown', (event) => {
      if (event.key === 'Escape' && !this.card.hidden) this.close();
    });
    for (const event of ['resize', 'scroll']) window.addEventListener(event, () => this.place(), { passive: true });
  }

  /** On the first visit, or where it is asked for; the focus stays where the reader has it. */
  offer(isAsked: boolean): void {
    if (!isAsked && !isFirst()) return;
    this.show();
  }

  /** Opened by hand: the focus goes with it, and comes back to what opened it. */
  open(opener: HTMLElement): void {
    this.opener = opener;
    this.show();
    this.heading.focus();
  }

  close(): void {
    const hadFocus = this.card.contains(document.activeElement);
    this.card.hidden = true;
    this.point(null);
    if (hadFocus) (this.opener?.isConnected ? this.opener : byId('tabella')).focus({ preventScroll: true });
    this.opener = null;
  }

  private show(): void {
    this.at = 0;
    this.card.hidden = false;
    try {
      localStorage.setItem(MEMORY, 'fatta');
    } catch {
      // It is shown again the next time.
    }
    this.fill();
  }

  private go(by: number): void {
    this.at += by;
    if (this.at >= STEPS.length) this.close();
    else this.fill();
  }

  private fill(): void {
    const step = STEPS[this.at] as Step;
    const { title, words } = VISIT.steps[step];
    this.count.textContent = VISIT.step(this.at + 1, STEPS.length);
    this.heading.textContent = title;
    this.words.textContent = words;
    this.next.textContent = this.at + 1 < STEPS.length ? VISIT.next : VISIT.done;
    // Hidden, it would take the focus with it.
    if (this.at === 0 && document.activeElement === this.back) this.next.focus();
    this.back.hidden = this.at === 0;
    const place = PLACES[step]() ?? null;
    this.point(place);
    place?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
    this.place();
  }

  private point(place: HTMLElement | null): void {
    for (const each of document.querySelectorAll('.is-pointed-at')) each.classList.remove('is-pointed-at');
    place?.classList.add('is-pointed-at');
  }

  /** Below what it speaks of where there is room, else inside it at its foot. */
  private place(): void {
    if (this.card.hidden) return;
    const box = PLACES[STEPS[this.at] as Step]()?.getBoundingClientRect();
    if (!box) return;
    const { offsetWidth: width, offsetHeight: height } = this.card;
    const [right, bottom] = [document.documentElement.clientWidth - width - GAP, window.innerHeight - height - GAP];
    const below = box.bottom + GAP;
    const top = below <= bottom ? below : Math.min(box.bottom - height - GAP, bottom);
    const middle = box.left + box.width / 2 - width / 2;
    this.card.style.top = `${Math.max(GAP, top)}px`;
    this.card.style.left = `${Math.max(GAP, Math.min(middle, right))}px`;
  }
}

let visit: FirstVisit | null = null;

/** The only one of the page. */
export const firstVisit = (): FirstVisit => {
  visit ??= new FirstVisit();
  return visit;
};
