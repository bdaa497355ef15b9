import type { Columns } from './columns';

/** One row of `/api/v1/fragility`: what closing this sede alone would do. */
export type FragilityRow = Columns<
  'FragilityRow',
  | 'site_id'
  | 'name'
  | 'role'
  | 'comune'
  | 'ats'
  | 'posizione'
  | 'critica'
  | 'unita_perse'
  | 'ambito_perso'
  | 'distretto_perso'
  | 'residenti_oltre_limite_in_piu'
  | 'residenti_senza_sede_in_piu'
  | 'minuti_residente_in_piu'
  | 'spoke_senza_hub'
  | 'viaggio'
  | 'dimostrativo'
  | 'residenti_oltre_limite_altrove'
  | 'elenco_incompleto'
>;

/** One row of `/api/v1/catchments`: who would go to this sede, if everyone goes to the nearest. */
export type CatchmentRow = Columns<
  'SiteCatchmentRow',
  'site_id' | 'residenti' | 'comuni' | 'ore_settimanali' | 'residenti_per_ora' | 'minuti_medi' | 'minuti_max'
>;
