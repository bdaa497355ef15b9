import type { Notice } from '../domain/notices';
import { el } from '../drawing/dom';
import { SERVICE_LANGUAGE } from '../text/frameWords';
import { ALL_NOTICES, noticesWords } from '../text/pageWords';
import { closeFromElsewhere } from './shared/closing';

/**
 * What the reader must know first, a chip each that opens its sentence, and every warning of the service. On a narrow screen one
 * line says how many they are and opens them all.
 */
export function showBanner(container: HTMLElement, notices: Notice[], warnings: string[]): void {
  container.hidden = notices.length === 0 && warnings.length === 0;
  const opened = container.querySelector<HTMLElement>('details[open]')?.dataset['tag'];
  const chips = notices.map(({ tag, text, lang = null }) =>
    el('li', {}, chip(tag, opened, el('span', {}, tag), el('p', { class: 'notice-text', lang }, text))),
  );
  const tags = notices.map((n) => n.tag).join(', ');
  const said = new Set(notices.map((n) => n.text));
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
        SERVICE_LANGUAGE !== '' && el('li', {}, SERVICE_LANGUAGE),
        ...notices.map(({ tag, text, lang = null }) =>
          el('li', { class: 'notice-short' }, el('strong', {}, `${tag}. `), el('span', { lang }, text)),
        ),
        ...warnings.filter((text) => !said.has(text)).map((text) => el('li', { lang: 'it' }, text)),
      ),
    ),
  );
  all.classList.add('notices-all');
  container.replaceChildren(
    el('ul', { class: 'notices-list' }, ...chips),
    all,
    ...(SERVICE_LANGUAGE === '' ? [] : [el('p', { class: 'notices-language' }, SERVICE_LANGUAGE)]),
  );
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
export const listenToBanner = (container: HTMLElement): void =>
  closeFromElsewhere(container, () => container.querySelector<HTMLDetailsElement>('details[open]'));
