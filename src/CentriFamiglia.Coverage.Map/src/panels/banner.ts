import { el } from '../dom';
import type { Notice } from '../domain/notices';

/** Shows what the reader must know first; on a narrow screen the tags stand and the sentences open on request. */
export function showBanner(container: HTMLElement, notices: Notice[]): void {
  container.hidden = notices.length === 0;
  const tags = notices.map((n) => el('span', { class: 'notice-tag' }, n.tag));
  const sentences = notices.map((n) => el('li', {}, el('strong', { class: 'notice-tag' }, n.tag), ' ', n.text));
  const narrow = el('details', { class: 'notices-narrow' }, el('summary', {}, ...tags), list(notices));
  container.replaceChildren(el('ul', { class: 'notices-wide' }, ...sentences), narrow);
}

const list = (notices: Notice[]) => el('ul', {}, ...notices.map((n) => el('li', {}, n.text)));
