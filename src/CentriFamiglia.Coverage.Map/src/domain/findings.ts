import type { FindingRow } from '../api/findingRows';
import { figureWords } from '../text/figureWords';
import { formatExact } from '../text/numbers';
import { OUTCOMES, type Outcome } from '../text/words';

/** Key of a finding: one rule says one thing of one subject. */
export const findingCode = (row: Pick<FindingRow, 'regola' | 'livello' | 'codice'>): string =>
  `${row.regola}/${subjectOf(row)}`;

/** Key of what a finding is about. */
export const subjectOf = (row: Pick<FindingRow, 'livello' | 'codice'>): string => `${row.livello}/${row.codice}`;

/** Whether a finding passes the filters; null leaves a choice open. */
export const isWanted = (
  finding: Pick<FindingRow, 'regola' | 'esito' | 'ats'>,
  filter: { outcome: Outcome | null; rule: string | null; ats: string | null },
): boolean =>
  (filter.outcome === null || finding.esito === filter.outcome) &&
  (filter.rule === null || finding.regola === filter.rule) &&
  (filter.ats === null || finding.ats === filter.ats);

/** The most serious finding of each subject. */
export function worstBySubject<F extends { esito: Outcome }>(
  findings: readonly F[],
  key: (finding: F) => string,
): Map<string, F> {
  const worst = new Map<string, F>();
  const rank = (finding: F) => OUTCOMES.indexOf(finding.esito);
  for (const finding of findings) {
    const known = worst.get(key(finding));
    if (!known || rank(finding) < rank(known)) worst.set(key(finding), finding);
  }
  return worst;
}

/** How many findings of each outcome. */
export const countByOutcome = (findings: readonly { esito: Outcome }[]): Record<Outcome, number> =>
  Object.fromEntries(OUTCOMES.map((o) => [o, findings.filter((f) => f.esito === o).length])) as Record<Outcome, number>;

/** `name=value` pairs separated by `;`, in words and Italian figures. */
export const figuresOf = (figures: string): [string, string][] =>
  figures.split(';').flatMap((pair): [string, string][] => {
    const at = pair.indexOf('=');
    if (at <= 0) return [];
    const [name, value] = [figureWords(pair.slice(0, at)), pair.slice(at + 1).replaceAll('_', ' ')];
    // What is not a number is a word: that the figure is not declared.
    return [[name, value === '' || Number.isNaN(Number(value)) ? value : formatExact(Number(value))]];
  });
