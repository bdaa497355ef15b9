import type { Columns } from './columns';

/** One row of `/api/v1/week`: a half hour of the ordinary week. */
export type WeekRow = Columns<
  'WeekRow',
  | 'giorno'
  | 'minuto'
  | 'sedi_aperte'
  | 'sedi_incerte'
  | 'residenti'
  | 'residenti_entro'
  | 'residenti_entro_se_incerte_aperte'
  | 'quota_entro_pct'
>;

/** One row of `/api/v1/week?by=ambito`: who never finds an open door within the limit. */
export type WeekAreaRow = Columns<
  'WeekAreaRow',
  | 'codice'
  | 'nome'
  | 'ats'
  | 'residenti_senza_sera'
  | 'residenti_senza_sabato'
  | 'residenti_senza_settimana'
  | 'elenco_incompleto'
>;
