import type { Columns } from './columns';

/** One row of `/api/v1/findings`: what one rule of the act says of one subject. */
export type FindingRow = Columns<
  'FindingRow',
  | 'regola'
  | 'sezione'
  | 'esito'
  | 'livello'
  | 'codice'
  | 'nome'
  | 'ats'
  | 'cifre'
  | 'motivo'
  | 'rimedio'
  | 'citazione'
  | 'atto'
  | 'rete'
  | 'dimostrativo'
>;
