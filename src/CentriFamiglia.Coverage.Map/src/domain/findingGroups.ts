import type { FindingRow } from '../api/findingRows';
import { OUTCOMES, type Outcome, RULES } from '../text/words';
import { countByOutcome } from './findings';

/** What one rule found. */
export interface RuleGroup {
  rule: string;
  section: string;
  act: string;
  quote: string;
  /** Where all that is wrong is mended the same way; null where each has its own. */
  cure: string | null;
  counts: Record<Outcome, number>;
  /** What is to be read first, by ATS and name. */
  ats: { name: string; findings: FindingRow[] }[];
  /** What is only not declared, by ATS and name. */
  undeclared: FindingRow[];
}

/**
 * Findings by rule, those with something wrong first, then by ATS and subject. What is only not declared stands behind the rest, and what
 * conforms is counted and not listed, unless the outcome is the one that is asked for.
 */
export function groupFindings(rows: readonly FindingRow[], outcome: Outcome | null): RuleGroup[] {
  const groups = RULES.flatMap((rule) => {
    const own = rows.filter((row) => row.regola === rule).toSorted(byPlace);
    const [first] = own;
    if (!first) return [];
    const listed = own.filter(({ esito }) => esito === outcome || esito === 'non_conforme' || esito === 'informativo');
    const cures = new Set(own.filter(({ rimedio }) => rimedio).map(({ rimedio }) => rimedio));
    const group: RuleGroup = {
      rule,
      section: first.sezione,
      act: first.atto,
      quote: first.citazione,
      cure: cures.size === 1 ? ([...cures][0] ?? null) : null,
      counts: countByOutcome(own),
      ats: [...new Set(listed.map((row) => row.ats ?? ''))].map((name) => ({
        name,
        findings: listed.filter((row) => (row.ats ?? '') === name),
      })),
      undeclared: outcome === 'non_dichiarato' ? [] : own.filter(({ esito }) => esito === 'non_dichiarato'),
    };
    return [group];
  });
  const isWrong = ({ counts }: RuleGroup) => Number(counts.non_conforme > 0);
  return groups.toSorted((a, b) => isWrong(b) - isWrong(a));
}

const italian = new Intl.Collator('it', { numeric: true });

const byPlace = (a: FindingRow, b: FindingRow): number =>
  italian.compare(a.ats ?? '', b.ats ?? '') ||
  OUTCOMES.indexOf(a.esito) - OUTCOMES.indexOf(b.esito) ||
  italian.compare(a.nome, b.nome);
