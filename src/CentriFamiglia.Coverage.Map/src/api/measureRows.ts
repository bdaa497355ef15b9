import type { Columns } from './columns';

/** What rows of comuni and of areas both have. */
type Shared = 'ats' | 'residenti' | 'unita' | 'viaggio' | 'fonte_stato' | 'dimostrativo' | 'elenco_incompleto';

/** One row of `/api/v1/measures?by=comune`. */
export type ComuneMeasureRow = Columns<
  'ComuneMeasureRow',
  Shared | 'pro_com_t' | 'comune' | 'ambito' | 'valore' | 'motivo'
>;

/** One row of `/api/v1/measures` by Ambito, Distretto or ATS; mean and percentiles weigh the residents. */
export type AreaMeasureRow = Columns<
  'AreaMeasureRow',
  Shared | 'codice' | 'nome' | 'comuni' | 'media' | 'mediana' | 'p90' | 'residenti_senza_accesso'
>;

/** One row of `/api/v1/measures?measure=curva`. */
export type ReachRow = Columns<
  'ReachRow',
  | 'nome'
  | 'minuti'
  | 'residenti_entro'
  | 'quota_residenti_entro_pct'
  | 'comuni_entro'
  | 'quota_comuni_entro_pct'
  | 'elenco_incompleto'
>;
