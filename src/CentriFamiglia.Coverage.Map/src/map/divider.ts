import { el } from '../drawing/dom';
import { SWIPE_WORDS } from '../text/mapWords';

/** How far a key moves the divider, in hundredths of the width. */
const STEPS: Record<string, number> = {
  ArrowLeft: -2,
  ArrowDown: -2,
  ArrowRight: 2,
  ArrowUp: 2,
  PageDown: -10,
  PageUp: 10,
};

/** The line between two maps, moved by hand or by keyboard, with the name of each side. */
export class Divider {
  /** Where it stands, in hundredths of the width from the left. */
  share = 50;
  private readonly left = el('span', { class: 'divider-name divider-left' });
  private readonly right = el('span', { class: 'divider-name divider-right' });
  private readonly line = el(
    'div',
    {
      class: 'divider',
      role: 'slider',
      tabindex: '0',
      'aria-label': SWIPE_WORDS.label,
      'aria-orientation': 'horizontal',
      'aria-valuemin': '0',
      'aria-valuemax': '100',
    },
    this.left,
    this.right,
  );

  constructor(
    private readonly frame: HTMLElement,
    private readonly moved: (share: number) => void,
  ) {
    this.line.addEventListener('keydown', (event) => this.press(event));
    this.line.addEventListener('pointerdown', (event) => {
      event.preventDefault();
      this.line.focus();
      this.line.setPointerCapture(event.pointerId);
    });
    this.line.addEventListener('pointermove', (event) => {
      if (this.line.hasPointerCapture(event.pointerId)) this.drag(event.clientX);
    });
    frame.append(this.line);
    this.put(this.share);
  }

  /** What lies on each side. */
  name(left: string, right: string): void {
    this.left.textContent = left;
    this.right.textContent = right;
    this.put(this.share);
  }

  get names(): { left: string; right: string } {
    return { left: this.left.textContent ?? '', right: this.right.textContent ?? '' };
  }

  remove(): void {
    this.line.remove();
  }

  private press(event: KeyboardEvent): void {
    const step = STEPS[event.key];
    const end = event.key === 'Home' ? 0 : event.key === 'End' ? 100 : null;
    if (step === undefined && end === null) return;
    event.preventDefault();
    this.put(end ?? this.share + (step ?? 0));
  }

  private drag(x: number): void {
    const { left, width } = this.frame.getBoundingClientRect();
    if (width > 0) this.put(((x - left) / width) * 100);
  }

  private put(share: number): void {
    this.share = Math.min(100, Math.max(0, share));
    const whole = Math.round(this.share);
    this.line.style.left = `${this.share}%`;
    this.line.setAttribute('aria-valuenow', String(whole));
    this.line.setAttribute(
      'aria-valuetext',
      SWIPE_WORDS.value(whole, this.left.textContent ?? '', this.right.textContent ?? ''),
    );
    this.moved(this.share);
  }
}
