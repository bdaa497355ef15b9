import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { inLanguage, languageQuery } from '../../src/text/language';

const SCRIPT = readFileSync(join(import.meta.dirname, '../../public/lingua.js'), 'utf8');

interface Opened {
  lang: string;
  dataset: Record<string, string>;
}

/** The page as the script leaves it, before anything else runs. */
function opened(search: string, chosen: string | null): Opened {
  const page: Opened = { lang: 'it', dataset: {} };
  const run = new Function('location', 'localStorage', 'document', SCRIPT);
  run({ search }, { getItem: () => chosen }, { documentElement: page });
  return page;
}

describe('the language of a page', () => {
  it.each([
    ['', null, 'it'],
    ['?lingua=en', null, 'en'],
    ['?lingua=en', 'it', 'en'],
    ['?lingua=it', 'en', 'it'],
    ['', 'en', 'en'],
    ['?lingua=fr', null, 'it'],
    ['', 'fr', 'it'],
  ])('opened as «%s» after the choice of %s is %s', (search, chosen, language) => {
    expect(opened(search, chosen).lang).toBe(language);
  });

  it('keeps the Italian words of the page back from a reader of another', () => {
    expect(opened('?lingua=en', null).dataset['words']).toBe('coming');
    expect(opened('', null).dataset['words']).toBeUndefined();
  });
});

describe('a link', () => {
  it('carries the language, but for the usual one where nobody asked for it', () => {
    expect(languageQuery('', 'en')).toBe('?lingua=en');
    expect(languageQuery('', 'it')).toBe('');
    expect(languageQuery('?lingua=it', 'it')).toBe('?lingua=it');
  });

  it('to the other language keeps all that the view shows', () => {
    expect(inLanguage('en', { pathname: '/', hash: '#tema=tempi&ats=Brescia' })).toBe(
      '/?lingua=en#tema=tempi&ats=Brescia',
    );
  });
});
