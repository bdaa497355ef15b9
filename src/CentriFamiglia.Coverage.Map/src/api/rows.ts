import type { Columns } from './columns';

/** One row of `/api/v1/coverage`. */
export type CoverageRow = Columns<
  'CoverageRow',
  | 'livello'
  | 'codice'
  | 'nome'
  | 'ats'
  | 'verdetto'
  | 'residenti'
  | 'hub'
  | 'spoke'
  | 'fonte_stato'
  | 'dimostrativo'
  | 'motivo'
  | 'sedi_ruolo_non_dichiarato'
  | 'sedi'
  | 'elenco_incompleto'
>;

/** Travel figures of an area, minutes of road from the residents' seats to the nearest sede. */
export type GapRow = Columns<
  'GapRow',
  | 'livello'
  | 'codice'
  | 'nome'
  | 'ats'
  | 'residenti'
  | 'minuti_medi'
  | 'minuti_mediana'
  | 'minuti_p90'
  | 'minuti_max'
  | 'km_medi'
  | 'residenti_oltre_limite'
  | 'residenti_oltre_minimo'
  | 'residenti_oltre_massimo'
  | 'quota_oltre_limite_pct'
  | 'comuni_oltre_limite'
  | 'residenti_senza_limite'
  | 'viaggio'
  | 'elenco_incompleto'
  | 'residenti_esclusi'
  | 'comuni_esclusi'
>;

/** One row of `/api/v1/gaps?by=comune`. */
export type ComuneRow = Columns<
  'ComuneGapRow',
  | 'pro_com_t'
  | 'comune'
  | 'ambito'
  | 'distretto'
  | 'ats'
  | 'residenti'
  | 'sede_vicina'
  | 'sede_vicina_nome'
  | 'minuti'
  | 'minuti_p10'
  | 'minuti_p90'
  | 'km'
  | 'sede_vicina_stessa_ats'
  | 'minuti_stessa_ats'
  | 'oltre_limite'
  | 'esito_limite'
  | 'limite_minuti'
  | 'fonte_stato'
  | 'viaggio'
  | 'elenco_incompleto'
>;

/** One row of `/api/v1/sites`. */
export type SiteRow = Columns<
  'SiteRow',
  | 'site_id'
  | 'name'
  | 'role'
  | 'network_id'
  | 'manager_kind'
  | 'comune'
  | 'pro_com_t'
  | 'address'
  | 'opening_hours'
  | 'orario_letto'
  | 'wheelchair'
  | 'declared_ambiti'
  | 'status'
  | 'ats'
  | 'precisione'
  | 'dimostrativo'
>;

/** One row of `/api/v1/networks`. */
export type NetworkRow = Columns<
  'NetworkRow',
  | 'network_id'
  | 'name'
  | 'ats'
  | 'manager_kind'
  | 'contribution_eur'
  | 'months'
  | 'start_date'
  | 'end_date'
  | 'extension_date'
  | 'partner_count'
  | 'hub'
  | 'spoke'
  | 'dimostrativo'
  | 'in_corso'
>;

/** One row of `/api/v1/isochrones`. */
export type IsochroneRow = Columns<
  'IsochroneRow',
  'site_id' | 'nome' | 'minuti' | 'residenti' | 'stato' | 'aggancio_m' | 'strada' | 'dimostrativo'
>;

/** One row of `/api/v1/info`: a set of sedi. */
export type SiteSetRow = Columns<
  'SiteSetRow',
  'insieme' | 'attivo' | 'completo_per' | 'dimostrativo' | 'sedi' | 'reti'
>;

/** A rule set that `/api/v1/info` names. */
export interface RuleSetRow {
  id: string;
  titolo: string;
}

/** One row of `/api/v1/budget`: the share of one ATS, in EUR. */
export type BudgetRow = Columns<
  'BudgetRow',
  | 'ats'
  | 'residenti'
  | 'assegnazione_eur'
  | 'parte_uguale_eur'
  | 'parte_residenti_eur'
  | 'progetti_al_tetto'
  | 'residuo_eur'
  | 'eur_per_residente'
  | 'residui_anni_precedenti_eur'
  | 'disponibile_eur'
  | 'speso_eur'
  | 'impegnato_eur'
  | 'libero_eur'
  | 'reti'
  | 'reti_senza_contributo'
  | 'reti_oltre_tetto'
  | 'tetto_ats_eur'
  | 'tetto_ats_mesi'
  | 'progetti_al_tetto_ats'
  | 'elenco_incompleto'
>;
