import { VERDICT_WORDS } from './words';

/** Hints of the service for the command line and for readers of its columns: on the map its choices and its words take their place. */
const HINTS: [RegExp, string][] = [
  [/, in residenti_(?:guadagnati|oltre_limite)_altrove/g, ''],
  [/ \(--conta tutte[^)]*\)/g, ''],
  [/ \((?:elenco_incompleto|serve_allo_scopo)\)/g, ''],
  [/: vedere fonte_stato\b/g, ': lo dicono le schede'],
  [/ con --sedi\b/g, ''],
  [/\bNON_CARICATO\b/g, `«${VERDICT_WORDS.NON_CARICATO.label.toLowerCase()}»`],
];

/** A sentence of the service as the map says it. */
export const plainWords = (sentence: string): string =>
  HINTS.reduce((text, [hint, words]) => text.replace(hint, words), sentence);
