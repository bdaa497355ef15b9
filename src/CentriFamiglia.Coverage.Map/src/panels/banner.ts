import type { Notice } from '../domain/notices';
import { el } from '../drawing/dom';

/**
 * Says what the reader must know first; every warning of the service opens on request. On a narrow screen only the tags stand.
 */
export function showBanner(container: HTMLElement, notices: Notice[], warnings: string[]): void {
  container.hidden = notices.length === 0 && warnings.length === 0;
  const wasOpen = container.querySelector('details')?.open ?? false;
  const sentences = notices.map((n) =>
    el('li', {}, el('strong', { class: 'notice-tag' }, n.tag), el('span', { class: 'notice-text' }, ` ${n.text}`)),
  );
  const all = [...notices.map((n) => n.text), ...warnings];
  const details = el(
    'details',
    { class: 'notices-all', open: wasOpen },
    el('summary', {}, 'Tutte le avvertenze'),
    el('ul', {}, ...(warnings.length ? warnings : all).map((text) => el('li', {}, text))),
  );
  container.replaceChildren(el('ul', { class: 'notices-list' }, ...sentences), details);
}
