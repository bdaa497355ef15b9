import type { EvidenceStatus, TravelKind } from '../text/words';

interface MeasureRow {
  ats: string;
  residenti: number;
  /** Unit of the values: minutes, sedi, weighted or for 1000 residents. */
  unita: string;
  viaggio: TravelKind;
  fonte_stato: EvidenceStatus;
  dimostrativo: boolean;
  /** Whether a sede may be missing from the list; null where nothing is known. */
  elenco_incompleto: boolean | null;
}

/** One row of `/api/v1/measures?by=comune`. */
export interface ComuneMeasureRow extends MeasureRow {
  pro_com_t: string;
  comune: string;
  ambito: string;
  valore: number | null;
  /** Why there is no value, or none but zero. */
  motivo: string | null;
}

/** One row of `/api/v1/measures` by Ambito, Distretto or ATS; mean and percentiles weigh the residents. */
export interface AreaMeasureRow extends MeasureRow {
  codice: string;
  nome: string;
  comuni: number;
  media: number | null;
  mediana: number | null;
  p90: number | null;
  residenti_senza_accesso: number | null;
}

/** One row of `/api/v1/measures?measure=curva`. */
export interface ReachRow {
  nome: string;
  minuti: number;
  residenti_entro: number | null;
  quota_residenti_entro_pct: number | null;
  comuni_entro: number | null;
  quota_comuni_entro_pct: number | null;
  elenco_incompleto: boolean | null;
}
