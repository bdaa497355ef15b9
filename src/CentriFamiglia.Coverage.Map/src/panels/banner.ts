import type { Notice } from '../domain/notices';
import { el } from '../drawing/dom';
import { ALL_NOTICES, noticesWords } from '../text/pageWords';

/**
 * What the reader must know first, a chip each that opens its sentence, and every warning of the service. On a narrow screen one
 * line says how many they are and opens them all.
 */
export function showBanner(container: HTMLElement, notices: Notice[], warnings: string[]): void {
  container.hidden = notices.length === 0 && warnings.length === 0;
  const opened = container.querySelector<HTMLElement>('details[open]')?.dataset['tag'];
  const chips = notices.map(({ tag, text }) =>
    el('li', {}, chip(tag, opened, el('span', {}, tag), el('p', { class: 'notice-text' }, text))),
  );
  const tags = notices.map((n) => n.tag).join(', ');
  const all = chip(
    ALL_NOTICES,
    opened,
    el(
      'span',
      {},
      el('span', { class: 'notices-wide' }, ALL_NOTICES),
      el('span', { class: 'notices-short' }, el('strong', {}, noticesWords(notices.length)), tags ? `: ${tags}` : ''),
    ),
    el(
      'div',
      { class: 'notice-text', tabindex: '0', role: 'region', 'aria-label': ALL_NOTICES },
      el(
        'ul',
        {},
        ...notices.map(({ tag, text }) => el('li', { class: 'notice-short' }, el('strong', {}, `${tag}. `), text)),
        ...warnings.map((text) => el('li', {}, text)),
      ),
    ),
  );
  all.classList.add('notices-all');
  container.replaceChildren(el('ul', { class: 'notices-list' }, ...chips), all);
}

/** One is open at a time; it stays open while the page shows something else. */
function chip(tag: string, opened: string | undefined, label: HTMLElement, text: HTMLElement): HTMLDetailsElement {
  const details = el(
    'details',
    { class: 'notice', name: 'avvertenza', open: tag === opened },
    el('summary', {}, label),
    text,
  );
  details.dataset['tag'] = tag;
  return details;
}

/** Escape, or a click elsewhere, closes what a chip has opened. */
export function listenToBanner(container: HTMLElement): void {
  const open = () => container.querySelector<HTMLDetailsElement>('details[open]');
  document.addEventListener('pointerdown', (event) => {
    const details = open();
    if (details && !details.contains(event.target as Node)) details.open = false;
  });
  container.addEventListener('keydown', (event) => {
    const details = open();
    if (event.key !== 'Escape' || !details) return;
    event.stopPropagation();
    details.open = false;
    details.querySelector('summary')?.focus();
  });
}
