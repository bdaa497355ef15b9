import type { EvidenceStatus, SearchStatus, SuggestionKind, TravelKind } from '../text/words';

/** One row of `/api/v1/suggestions`; residents and resident-minutes are of those that count. */
export interface SuggestionRow {
  tipo: SuggestionKind;
  pro_com_t: string;
  comune: string;
  ambito: string;
  distretto: string;
  ats: string;
  rete: string | null;
  residenti_guadagnati: number | null;
  minuti_risparmiati: number | null;
  motivo: string;
  clausola: string;
  /** Area the proposal is for. */
  unita_livello: string;
  unita_codice: string;
  unita_nome: string;
  hub: string | null;
  minuti_hub: number | null;
  minuti_medi_prima: number | null;
  minuti_medi_dopo: number | null;
  /** Names separated by `|`. */
  unita_servite: string | null;
  comuni_guadagnati: number | null;
  residenti_persi_senza: number | null;
  minuti_persi_senza: number | null;
  seconda_scelta_nome: string | null;
  seconda_scelta_residenti_in_meno: number | null;
  seconda_scelta_minuti_in_piu: number | null;
  viaggio: TravelKind;
  fonte_stato: EvidenceStatus;
  dimostrativo: boolean;
  /** In which order to open them, from 1; those that the goal does not need come last. */
  ordine: number;
  serve_allo_scopo: boolean;
  /** Residents of other ATS that come within their limit; null where they count like the others. */
  residenti_guadagnati_altrove: number | null;
  elenco_incompleto: boolean | null;
  /** Spokes of its network with all proposals, and how many it may have. */
  rete_spoke: number;
  rete_spoke_massimo: number;
}

/** One row of `/api/v1/suggestions?by=comune`: a comune that is nearer to a sede with the proposals. */
export interface EffectRow {
  pro_com_t: string;
  comune: string;
  residenti: number;
  /** Comune of the proposal it would go to. */
  sede_proposta: string;
  sede_proposta_nome: string;
  minuti_prima: number | null;
  minuti_dopo: number | null;
}

/** One row of `/api/v1/curve`: the best choice of so many new Spokes. */
export interface CurveRow {
  spoke: number;
  residenti_nel_limite: number;
  quota_nel_limite_pct: number | null;
  minuti_medi: number | null;
  /** Residents within the limit, or resident-minutes less, that the last Spoke adds; null for the first row. */
  guadagno: number | null;
  stato: SearchStatus;
  /** Relative distance from the proved bound; 0 where the choice is proved. */
  scarto: number | null;
  entrano: string | null;
  escono: string | null;
}
