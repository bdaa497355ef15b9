import type { GapRow } from '../api/rows';
import { BOUND_WORDS, CURE_WORDS, EXCLUDED_WORDS } from '../text/knowledgeWords';
import { NO_FIGURE } from '../text/numbers';
import { VERDICT_WORDS } from '../text/words';

/** What figures leave out because no sede is known there. */
export interface Excluded {
  residents: number;
  comuni: number;
}

/** What the figures of an area leave out. */
export const excludedIn = (gap: Pick<GapRow, 'residenti_esclusi' | 'comuni_esclusi'>): Excluded => ({
  residents: gap.residenti_esclusi,
  comuni: gap.comuni_esclusi,
});

/** How far the figures of a row go: null where nothing is known, true where they are only bounds. */
export interface Knowledge {
  elenco_incompleto: boolean | null;
}

/** Not known is not uncovered: a row of which nothing is known has no figures. */
export const isKnown = ({ elenco_incompleto }: Knowledge): boolean => elenco_incompleto !== null;

/** What stands in the place of a judgement, and why. */
export const NOT_KNOWN = `${VERDICT_WORDS.NON_CARICATO.label}: ${VERDICT_WORDS.NON_CARICATO.meaning}`;

/** What the words of a bound mean. */
export const BOUNDS_MEANING = BOUND_WORDS.meaning;

const boundedBy =
  (words: string) =>
  (row: Knowledge | null | undefined, figure: string): string =>
    row?.elenco_incompleto && figure !== NO_FIGURE ? `${words} ${figure}` : figure;

/** A figure that a sede not listed could only lower: minutes, residents beyond a limit. */
export const atMost = boundedBy(BOUND_WORDS.atMost);

/** A figure that a sede not listed could only raise: residents within a time. */
export const atLeast = boundedBy(BOUND_WORDS.atLeast);

/** What a total leaves out, in a sentence; null where it leaves out nothing. */
export const excludedWords = ({ residents, comuni }: Excluded): string | null =>
  comuni === 0 ? null : EXCLUDED_WORDS.sentence(residents, comuni);

/** Over the residents that no figure counts. */
export const EXCLUDED = EXCLUDED_WORDS.title;

/** What to do where nothing is known: why, the command that mends it, and the other way. */
export interface Cure {
  why: string;
  command: string;
  other: string;
}

/** @param ats The ATS that the view is about; null for all. */
export function cureOf(set: { name: string; active: number }, ats: string | null): Cure {
  return {
    why: set.active === 0 ? CURE_WORDS.empty(set.name) : CURE_WORDS.silent(set.name, ats),
    command: `coverage import FILE --sedi ${set.name} --completo ${ats === null ? 'ATS' : `"${ats}"`}`,
    other: CURE_WORDS.other,
  };
}
