/**
 * Names of the ATS as people write them: any case, with or without accents and the word ATS, short or official. The service has the
 * same rule (`AtsNames`).
 */
const PASSED_OVER = new Set('ats agenzia agenzie tutela salute di del della dello delle dei dell d la l'.split(' '));

/** The one of the known names that is meant: the same words, else the only one that holds all of them; null when there is none. */
export function findAts(text: string, known: readonly string[]): string | null {
  const wanted = wordsOf(text);
  if (wanted.size === 0) return null;
  const holding = [...new Set(known)].filter((name) => isWithin(wanted, wordsOf(name)));
  const same = holding.find((name) => wordsOf(name).size === wanted.size);
  return same ?? (holding.length === 1 ? (holding[0] as string) : null);
}

/** The words that tell one ATS from another, which name it whatever its form. */
export const atsKey = (name: string): string => [...wordsOf(name)].join(' ');

const isWithin = (some: Set<string>, all: Set<string>): boolean => [...some].every((word) => all.has(word));

function wordsOf(text: string): Set<string> {
  const plain = text
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '')
    .toLowerCase();
  return new Set(plain.split(/[^a-z0-9]+/).filter((word) => word !== '' && !PASSED_OVER.has(word)));
}
