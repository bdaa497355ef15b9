import { catalogue } from './catalogue';

/** A word of the domain, or words that are explained together, and what is meant. */
export interface Term {
  term: string;
  meaning: string;
}

export interface Chapter {
  title: string;
  terms: Term[];
}

/** The glossary of the documents, chapter by chapter. */
export function chaptersOf(markdown: string): Chapter[] {
  return markdown
    .split(/^## /m)
    .slice(1)
    .map((chapter) => {
      const [title = '', ...lines] = chapter.split('\n');
      const items = lines.join('\n').split(/^- /m).slice(1);
      return { title: title.trim(), terms: items.flatMap(termsOf) };
    });
}

/** An item begins with its term in bold; another in bold, after a full stop, begins another. */
function termsOf(item: string): Term[] {
  const text = item
    .replace(/\s+/g, ' ')
    .trim()
    .replaceAll('`', '')
    .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1');
  return text.split(/(?<=^|[.] )\*\*/).flatMap((part) => {
    const [, term, rest] = /^(.+?)\*\*(.*)$/.exec(part) ?? [];
    if (!term || rest === undefined) return [];
    const meaning = rest
      .replace(/^[:,]? /, '')
      .replaceAll('**', '')
      .trim();
    return [{ term, meaning: meaning.charAt(0).toUpperCase() + meaning.slice(1) }];
  });
}

export const GLOSSARY: readonly Chapter[] = chaptersOf(catalogue.GLOSSARY_SOURCE);

/** What is meant by a word, where the glossary has it. */
export const meaningOf = (word: string): Term | undefined =>
  GLOSSARY.flatMap((chapter) => chapter.terms).find(
    ({ term }) => term === word || term.split(/[,(]/)[0]?.trim() === word,
  );

/** Where a text names a term, from its first character to the one after its last. */
export interface Mention {
  from: number;
  to: number;
  term: string;
}

const FORMS = new Map(
  Object.values(catalogue.TERM_FORMS).flatMap(({ term, forms }) => forms.map((form) => [form.toLowerCase(), term])),
);

/** The longest first, so that no form is found within another; whole words only. */
const MENTION = new RegExp(
  `(?<![\\p{L}\\p{N}])(?:${[...FORMS.keys()].toSorted((a, b) => b.length - a.length).join('|')})(?![\\p{L}\\p{N}])`,
  'giu',
);

/** The terms that a text names for the first time, in its order. */
export function mentionsIn(text: string, before: ReadonlySet<string> = new Set()): Mention[] {
  const seen = new Set(before);
  return [...text.matchAll(MENTION)].flatMap(({ 0: form, index }) => {
    const term = FORMS.get(form.toLowerCase()) ?? form;
    if (seen.has(term)) return [];
    seen.add(term);
    return [{ from: index, to: index + form.length, term }];
  });
}
