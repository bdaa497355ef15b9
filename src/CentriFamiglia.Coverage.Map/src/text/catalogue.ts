import { language } from './language';

type Italian = typeof import('./it');

/** All words that people read: the Italian catalogue is the measure, another has the same names and shapes. */
export type Catalogue = { readonly [Name in keyof Italian]: Italian[Name] extends string ? string : Italian[Name] };

/** Only the language of the page is loaded; whatever takes a word from it waits for it. */
export const catalogue: Catalogue = language === 'en' ? await import('./en') : await import('./it');
