import { el } from '../drawing/dom';
import { meaningOf } from '../text/glossary';
import { languageQuery } from '../text/language';
import { GUIDE_TITLE, VIEW_HELP, VIEW_HELP_TITLE, VIEW_TERMS_TITLE } from '../text/viewHelp';
import type { Theme } from '../text/viewWords';
import { VISIT } from '../text/visitWords';
import { firstVisit } from './firstVisit';

/** The steps take the place of the help that they were asked for in. */
function showSteps(container: HTMLElement): void {
  const help = container.querySelector('details');
  if (help) help.open = false;
  firstVisit().open(container.querySelector('summary') ?? container);
}

/** What a view shows and its words, on request: they lie over the list, and nothing moves. */
export function showViewHelp(container: HTMLElement, theme: Theme): void {
  if (container.dataset['theme'] === theme) return;
  container.dataset['theme'] = theme;
  const { words, terms } = VIEW_HELP[theme];
  const known = terms.flatMap((word) => meaningOf(word) ?? []);
  container.replaceChildren(
    el(
      'details',
      {},
      el('summary', { title: VIEW_HELP_TITLE }, el('span', { class: 'visually-hidden' }, VIEW_HELP_TITLE)),
      el(
        'div',
        { class: 'view-help-text', tabindex: '0', role: 'region', 'aria-label': VIEW_HELP_TITLE },
        el('p', {}, words),
        el('h3', {}, VIEW_TERMS_TITLE),
        el('dl', {}, ...known.flatMap(({ term, meaning }) => [el('dt', {}, term), el('dd', {}, meaning)])),
        el(
          'p',
          { class: 'view-help-ways' },
          el('a', { href: `./guida${languageQuery(location.search)}` }, GUIDE_TITLE),
          el('button', { type: 'button', class: 'link-button', onclick: () => showSteps(container) }, VISIT.again),
        ),
      ),
    ),
  );
}
