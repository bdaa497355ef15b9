import type { Outcome } from '../domain/outcomes';

/** One row of `/api/v1/findings`: what one rule of the act says of one subject. */
export interface FindingRow {
  regola: string;
  /** Point of Allegato A. */
  sezione: string;
  esito: Outcome;
  livello: 'ambito' | 'distretto' | 'ats' | 'rete' | 'sede';
  codice: string;
  nome: string;
  ats: string | null;
  /** `name=value` separated by `;`. */
  cifre: string | null;
  motivo: string;
  rimedio: string | null;
  citazione: string;
  atto: string;
  rete: string | null;
  dimostrativo: boolean;
}

/** Key of a finding: one rule says one thing of one subject. */
export const findingCode = (row: FindingRow): string => `${row.regola}/${row.livello}/${row.codice}`;

/** Key of what a finding is about. */
export const subjectOf = (row: Pick<FindingRow, 'livello' | 'codice'>): string => `${row.livello}/${row.codice}`;
