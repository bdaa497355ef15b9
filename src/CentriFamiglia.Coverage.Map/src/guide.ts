import { el } from './drawing/dom';
import { fillWords } from './drawing/words';
import { DOCUMENT, SERVICE_LANGUAGE } from './text/frameWords';
import { GLOSSARY } from './text/glossary';
import { languageQuery } from './text/language';
import { GUIDE_TITLE, GUIDE_WORDS, VIEW_HELP } from './text/viewHelp';
import { THEME_WORDS, THEMES } from './text/viewWords';
import { VISIT } from './text/visitWords';

const definitions = (pairs: readonly [string, string][]) =>
  el('dl', {}, ...pairs.flatMap(([term, meaning]) => [el('dt', {}, term), el('dd', {}, meaning)]));

/** The map, in the language of this page. */
const inPage = (query: string): string =>
  `./?${[languageQuery(location.search).slice(1), query].filter(Boolean).join('&')}`.replace(/[?]$/, '');

document
  .querySelector('main')
  ?.replaceChildren(
    el(
      'p',
      { class: 'page-ways' },
      el('a', { href: inPage('') }, GUIDE_WORDS.back),
      el('a', { href: '', 'data-language': true }),
    ),
    el('h1', {}, GUIDE_TITLE),
    el('p', {}, GUIDE_WORDS.intro),
    el('p', {}, el('a', { href: inPage('primi_passi=1') }, VISIT.again)),
    SERVICE_LANGUAGE === '' ? '' : el('p', {}, SERVICE_LANGUAGE),
    el('h2', {}, GUIDE_WORDS.views),
    definitions(THEMES.map((theme) => [THEME_WORDS[theme], VIEW_HELP[theme].words])),
    ...GLOSSARY.flatMap(({ title, terms }) => [
      el('h2', {}, title),
      definitions(terms.map(({ term, meaning }) => [term, meaning])),
    ]),
  );

fillWords(DOCUMENT.guideTitle);
