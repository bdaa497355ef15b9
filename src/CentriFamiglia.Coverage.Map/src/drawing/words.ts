import { DOCUMENT, FRAME } from '../text/frameWords';
import { inLanguage, LANGUAGE_NAMES, languageQuery, otherLanguage, remember } from '../text/language';

type Word = keyof typeof FRAME;

/** Where an element keeps the name of its word, and what becomes of it. */
const PLACES: [name: string, put: (element: HTMLElement, words: string) => void][] = [
  ['word', (element, words) => element.replaceChildren(words)],
  ['label', (element, words) => element.setAttribute('aria-label', words)],
  ['hint', (element, words) => element.setAttribute('placeholder', words)],
];

/** Puts the words of the language where the page has those of Italian, and leads its links to pages in the same language. */
export function fillWords(title: string): void {
  document.title = title;
  document.querySelector('meta[name="description"]')?.setAttribute('content', DOCUMENT.description);
  for (const [name, put] of PLACES)
    for (const element of document.querySelectorAll<HTMLElement>(`[data-${name}]`))
      put(element, FRAME[element.dataset[name] as Word]);
  for (const page of ['./guida', './accessibilita'])
    for (const link of document.querySelectorAll<HTMLAnchorElement>(`a[href="${page}"]`))
      link.href = `${page}${languageQuery(location.search)}`;
  for (const link of document.querySelectorAll<HTMLAnchorElement>('a[data-language]')) listen(link);
  delete document.documentElement.dataset['words'];
}

/** Leads to this very view in the other language; who follows it has chosen. */
function listen(link: HTMLAnchorElement): void {
  Object.assign(link, { textContent: LANGUAGE_NAMES[otherLanguage], lang: otherLanguage, hreflang: otherLanguage });
  const aim = () => {
    link.href = inLanguage(otherLanguage, location);
  };
  aim();
  for (const event of ['focus', 'pointerenter', 'click']) link.addEventListener(event, aim);
  link.addEventListener('click', () => remember(otherLanguage));
}
