import { el } from './drawing/dom';
import { GLOSSARY } from './text/glossary';
import { GUIDE_TITLE, GUIDE_WORDS, VIEW_HELP } from './text/viewHelp';
import { THEME_WORDS, THEMES } from './text/viewWords';

const definitions = (pairs: readonly [string, string][]) =>
  el('dl', {}, ...pairs.flatMap(([term, meaning]) => [el('dt', {}, term), el('dd', {}, meaning)]));

document
  .querySelector('main')
  ?.replaceChildren(
    el('p', {}, el('a', { href: './' }, GUIDE_WORDS.back)),
    el('h1', {}, GUIDE_TITLE),
    el('p', {}, GUIDE_WORDS.intro),
    el('h2', {}, GUIDE_WORDS.views),
    definitions(THEMES.map((theme) => [THEME_WORDS[theme], VIEW_HELP[theme].words])),
    ...GLOSSARY.flatMap(({ title, terms }) => [
      el('h2', {}, title),
      definitions(terms.map(({ term, meaning }) => [term, meaning])),
    ]),
  );
