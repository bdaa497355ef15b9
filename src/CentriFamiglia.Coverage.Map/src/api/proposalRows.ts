import type { Columns } from './columns';

/** One row of `/api/v1/suggestions`; residents and resident-minutes are of those that count. */
export type SuggestionRow = Columns<
  'SuggestionRow',
  | 'tipo'
  | 'pro_com_t'
  | 'comune'
  | 'ambito'
  | 'distretto'
  | 'ats'
  | 'rete'
  | 'residenti_guadagnati'
  | 'minuti_risparmiati'
  | 'motivo'
  | 'clausola'
  | 'unita_livello'
  | 'unita_codice'
  | 'unita_nome'
  | 'hub'
  | 'minuti_hub'
  | 'minuti_medi_prima'
  | 'minuti_medi_dopo'
  | 'unita_servite'
  | 'comuni_guadagnati'
  | 'eur_per_residente'
  | 'fisso'
  | 'residenti_persi_senza'
  | 'minuti_persi_senza'
  | 'seconda_scelta_nome'
  | 'seconda_scelta_residenti_in_meno'
  | 'seconda_scelta_minuti_in_piu'
  | 'viaggio'
  | 'fonte_stato'
  | 'dimostrativo'
  | 'ordine'
  | 'serve_allo_scopo'
  | 'residenti_guadagnati_altrove'
  | 'elenco_incompleto'
  | 'rete_spoke'
  | 'rete_spoke_massimo'
>;

/** One row of `/api/v1/suggestions?by=comune`: a comune that is nearer to a sede with the proposals. */
export type EffectRow = Columns<
  'EffectRow',
  'pro_com_t' | 'comune' | 'residenti' | 'sede_proposta' | 'sede_proposta_nome' | 'minuti_prima' | 'minuti_dopo'
>;

/** One row of `/api/v1/curve`: the best choice of so many new Spokes. */
export type CurveRow = Columns<
  'CurveRow',
  | 'spoke'
  | 'residenti_nel_limite'
  | 'quota_nel_limite_pct'
  | 'minuti_medi'
  | 'guadagno'
  | 'stato'
  | 'scarto'
  | 'entrano'
  | 'escono'
>;
