/** Hints of the service for the command line and for readers of its columns: on the map its choices and its words take their place. */
const HINTS: [RegExp, string][] = [
  [/, in residenti_(?:guadagnati|oltre_limite)_altrove/g, ''],
  [/ \(--conta tutte[^)]*\)/g, ''],
  [/ \((?:elenco_incompleto|serve_allo_scopo)\)/g, ''],
  [/: vedere fonte_stato\b/g, ': lo dicono le schede'],
  [/ con --sedi\b/g, ''],
  [/\bNON_CARICATO\b/g, '«non noto»'],
];

/** A sentence of the service, which is Italian in every language, as the map says it. */
export const plainWords = (sentence: string): string =>
  HINTS.reduce((text, [hint, words]) => text.replace(hint, words), sentence);

/** Which Hub a network has, with its id: the words alone say it. */
export const HUB_BEFORE_ID = /(il cui Hub) ([\p{L}\d]+(?:[-_.:][\p{L}\d]+)*)/u;
