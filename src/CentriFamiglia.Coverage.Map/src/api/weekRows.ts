import type { Day } from '../text/viewWords';

/** One row of `/api/v1/week`: a half hour of the ordinary week. */
export interface WeekRow {
  giorno: Day;
  /** Minutes from midnight. */
  minuto: number;
  /** Of the whole region. */
  sedi_aperte: number;
  sedi_incerte: number;
  /** Null where nothing is known. */
  residenti: number | null;
  residenti_entro: number | null;
  residenti_entro_se_incerte_aperte: number | null;
  quota_entro_pct: number | null;
}

/** One row of `/api/v1/week?by=ambito`: who never finds an open door within the limit. */
export interface WeekAreaRow {
  codice: string;
  nome: string;
  ats: string;
  /** From Monday to Friday, from 18:00. */
  residenti_senza_sera: number | null;
  residenti_senza_sabato: number | null;
  residenti_senza_settimana: number | null;
  elenco_incompleto: boolean | null;
}
