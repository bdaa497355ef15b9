export const LANGUAGES = ['it', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];

/** In its own words, whatever the page is in. */
export const LANGUAGE_NAMES: Record<Language, string> = { it: 'Italiano', en: 'English' };

const PARAMETER = 'lingua';

/** The language of the page: `lingua.js` has fixed it before anything was seen. */
export const language: Language =
  LANGUAGES.find((each) => each === globalThis.document?.documentElement.lang) ?? LANGUAGES[0];

/** The one that the page can be read in besides. */
export const otherLanguage: Language = language === 'it' ? 'en' : 'it';

/** Keeps the choice for the next visit, where the browser has a memory. */
export function remember(chosen: Language): void {
  try {
    localStorage.setItem(PARAMETER, chosen);
  } catch {
    // The link says it all the same.
  }
}

/**
 * What a link to a page of ours carries, so that whoever opens it reads it in the same language.
 * @param search Of the address of this page: what it says is not dropped.
 */
export const languageQuery = (search: string, spoken: Language = language): string =>
  spoken !== 'it' || new URLSearchParams(search).has(PARAMETER) ? `?${PARAMETER}=${spoken}` : '';

/** The address of this page in a language, with all that it shows. */
export const inLanguage = (wanted: Language, { pathname, hash }: Pick<Location, 'pathname' | 'hash'>): string =>
  `${pathname}?${PARAMETER}=${wanted}${hash}`;
