import { el } from '../drawing/dom';
import { CONTROL } from '../text/controlWords';
import { THEME_WORDS, THEMES, type Theme } from '../text/viewWords';

/** After the last arrow key, so that who goes through the views by keyboard loads the one they stop at. */
const STILL_MS = 600;

/** The views, one of which is chosen: at once where it is pointed at, by keyboard when the arrows rest or with Enter. */
export class ThemeTabs {
  private readonly inputs = new Map<Theme, HTMLInputElement>();
  private timer: ReturnType<typeof setTimeout> | undefined;
  private isByKey = false;
  private isWaiting = false;
  private inSight: Theme | null = null;

  constructor(private readonly choose: (theme: Theme) => void) {
    for (const theme of THEMES)
      this.inputs.set(
        theme,
        el('input', { type: 'radio', name: 'tema', value: theme, onchange: () => this.chosen(theme) }),
      );
  }

  readonly element = (): HTMLElement => {
    const labels = [...this.inputs].map(([theme, input]) => el('label', {}, input, el('span', {}, THEME_WORDS[theme])));
    const legend = el('legend', { class: 'visually-hidden' }, CONTROL.theme);
    const tabs = el('fieldset', { class: 'themes' }, legend, ...labels);
    tabs.addEventListener('keydown', (event) => {
      this.isByKey = true;
      if (event.key === 'Enter' && this.isWaiting) this.go(this.current());
    });
    tabs.addEventListener('pointerdown', () => {
      this.isByKey = false;
    });
    // Who leaves has chosen.
    tabs.addEventListener('focusout', (event) => {
      if (this.isWaiting && !tabs.contains(event.relatedTarget as Node | null)) this.go(this.current());
    });
    return tabs;
  };

  /** Marks the view that is shown, unless another is being chosen. */
  show(theme: Theme): void {
    const input = this.inputs.get(theme);
    if (!input || this.isWaiting) return;
    input.checked = true;
    if (theme === this.inSight) return;
    this.inSight = theme;
    // When the page is laid out: to ask now would lay out twice what is about to change.
    requestAnimationFrame(() => {
      bringIntoSight(input);
      // In their own letters the tabs are wider than in those that stand in for them.
      void document.fonts?.ready.then(() => theme === this.inSight && bringIntoSight(input));
    });
  }

  private chosen(theme: Theme): void {
    clearTimeout(this.timer);
    if (!this.isByKey) {
      this.go(theme);
      return;
    }
    this.isWaiting = true;
    this.timer = setTimeout(() => this.go(theme), STILL_MS);
  }

  private go(theme: Theme): void {
    clearTimeout(this.timer);
    this.isWaiting = false;
    this.choose(theme);
  }

  private readonly current = (): Theme => [...this.inputs].find(([, input]) => input.checked)?.[0] ?? 'copertura';
}

/** On a narrow screen the row of tabs is longer than what is seen of it. */
function bringIntoSight(input: HTMLInputElement): void {
  const [tab, row] = [input.parentElement, input.closest('fieldset')];
  if (tab && row && row.scrollWidth > row.clientWidth)
    row.scrollLeft = tab.offsetLeft - (row.clientWidth - tab.offsetWidth) / 2;
}
