import source from '../../../../docs/utente/glossario.md?raw';

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

export const GLOSSARY: readonly Chapter[] = chaptersOf(source);

/** What is meant by a word, where the glossary has it. */
export const meaningOf = (word: string): Term | undefined =>
  GLOSSARY.flatMap((chapter) => chapter.terms).find(
    ({ term }) => term === word || term.split(/[,(]/)[0]?.trim() === word,
  );
