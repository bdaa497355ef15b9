import type { Pattern } from './verdicts';

/** What a rule of the act says of a subject. */
export type Outcome = 'non_conforme' | 'non_dichiarato' | 'informativo' | 'conforme';

export interface OutcomeStyle {
  label: string;
  meaning: string;
  fill: string;
  ink: string;
  pattern: Pattern;
  /** Radius of its point on the map, CSS pixels: what matters more is larger. */
  radius: number;
}

/** The most serious first. */
export const OUTCOMES: Record<Outcome, OutcomeStyle> = {
  non_conforme: {
    label: 'Non conforme',
    meaning: 'l’atto chiede altro',
    fill: '#f4b06a',
    ink: '#a8480a',
    pattern: 'cross',
    radius: 7,
  },
  non_dichiarato: {
    label: 'Non dichiarato',
    meaning: 'i dati non lo dicono: mai una violazione',
    fill: '#eceae6',
    ink: '#8b8780',
    pattern: 'dots',
    radius: 5.5,
  },
  informativo: {
    label: 'Informativo',
    meaning: 'nulla è violato: una possibilità, o un criterio di pianificazione',
    fill: '#dcebf5',
    ink: '#4b88ae',
    pattern: 'diagonal',
    radius: 4.5,
  },
  conforme: {
    label: 'Conforme',
    meaning: 'come chiede l’atto',
    fill: '#6ba3c7',
    ink: '#6ba3c7',
    pattern: 'plain',
    radius: 3.5,
  },
};

export const OUTCOME_ORDER = Object.keys(OUTCOMES) as Outcome[];

/** Rules of the act that findings are about. */
export const RULES = Array.from({ length: 18 }, (_, i) => `R${i + 1}`);

interface Finding {
  regola: string;
  esito: Outcome;
  ats: string | null;
}

/** Whether a finding passes the filters; null leaves a choice open. */
export const isWanted = (
  finding: Finding,
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
  const rank = (finding: F) => OUTCOME_ORDER.indexOf(finding.esito);
  for (const finding of findings) {
    const known = worst.get(key(finding));
    if (!known || rank(finding) < rank(known)) worst.set(key(finding), finding);
  }
  return worst;
}

/** How many findings of each outcome. */
export const countByOutcome = (findings: readonly { esito: Outcome }[]): Record<Outcome, number> =>
  Object.fromEntries(OUTCOME_ORDER.map((o) => [o, findings.filter((f) => f.esito === o).length])) as Record<
    Outcome,
    number
  >;
