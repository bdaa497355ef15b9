import type { Outcome, Subject } from '../text/words';

/** One row of `/api/v1/findings`: what one rule of the act says of one subject. */
export interface FindingRow {
  regola: string;
  /** Point of Allegato A. */
  sezione: string;
  esito: Outcome;
  livello: Subject;
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
