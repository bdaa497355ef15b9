import type { SiteRole, TravelKind } from '../text/words';

/** One row of `/api/v1/fragility`: what closing this sede alone would do. */
export interface FragilityRow {
  site_id: string;
  name: string;
  role: SiteRole;
  comune: string;
  ats: string | null;
  /** Place among the most critical, from 1; null where closing it changes nothing. */
  posizione: number | null;
  /** One of the ten most critical. */
  critica: boolean;
  unita_perse: number;
  ambito_perso: string | null;
  distretto_perso: string | null;
  residenti_oltre_limite_in_piu: number | null;
  residenti_senza_sede_in_piu: number | null;
  minuti_residente_in_piu: number | null;
  spoke_senza_hub: number;
  viaggio: TravelKind;
  dimostrativo: boolean;
  /** Residents of other ATS that would fall beyond the limit; null where they count like the others. */
  residenti_oltre_limite_altrove: number | null;
  elenco_incompleto: boolean | null;
}

/** One row of `/api/v1/catchments`: who would go to this sede, if everyone goes to the nearest. */
export interface CatchmentRow {
  site_id: string;
  residenti: number;
  comuni: number;
  /** Null where the hours are not declared. */
  ore_settimanali: number | null;
  residenti_per_ora: number | null;
  minuti_medi: number | null;
  minuti_max: number | null;
}
