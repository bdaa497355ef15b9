import type { LimitSide } from '../text/bandWords';
import type {
  EvidenceStatus,
  SitePrecision,
  SiteRole,
  SiteStatus,
  SnapStatus,
  TravelKind,
  Verdict,
} from '../text/words';

/** One row of `/api/v1/coverage`. */
export interface CoverageRow {
  livello: string;
  codice: string;
  nome: string;
  ats: string;
  verdetto: Verdict;
  residenti: number;
  /** Counts are null where nothing is known. */
  hub: number | null;
  spoke: number | null;
  fonte_stato: EvidenceStatus;
  dimostrativo: boolean;
  motivo: string;
  sedi_ruolo_non_dichiarato: number | null;
  /** Ids of the sedi that gave the verdict, separated by `|`. */
  sedi: string | null;
  elenco_incompleto: boolean | null;
}

/** Travel figures of an area, minutes of road from the residents' seats to the nearest sede. */
export interface GapRow {
  livello: string;
  codice: string;
  nome: string;
  ats: string;
  residenti: number;
  minuti_medi: number | null;
  minuti_mediana: number | null;
  minuti_p90: number | null;
  minuti_max: number | null;
  km_medi: number | null;
  residenti_oltre_limite: number | null;
  /** With the low and with the high times of the estimate. */
  residenti_oltre_minimo: number | null;
  residenti_oltre_massimo: number | null;
  quota_oltre_limite_pct: number | null;
  comuni_oltre_limite: number | null;
  /** In comuni of which no limit is known. */
  residenti_senza_limite: number;
  viaggio: TravelKind;
  /** Whether the figures are upper bounds; null where nothing is known, and there are none. */
  elenco_incompleto: boolean | null;
  /** Of the comuni of which nothing is known: no figure counts them. */
  residenti_esclusi: number;
  comuni_esclusi: number;
}

/** One row of `/api/v1/gaps?by=comune`. */
export interface ComuneRow {
  pro_com_t: string;
  comune: string;
  ambito: string;
  distretto: string;
  ats: string;
  residenti: number;
  sede_vicina: string | null;
  sede_vicina_nome: string | null;
  minuti: number | null;
  /** The band of an estimate; the minutes themselves where they are certain. */
  minuti_p10: number | null;
  minuti_p90: number | null;
  km: number | null;
  sede_vicina_stessa_ats: string | null;
  minuti_stessa_ats: number | null;
  oltre_limite: boolean | null;
  esito_limite: LimitSide | null;
  limite_minuti: number | null;
  fonte_stato: EvidenceStatus;
  viaggio: TravelKind;
  elenco_incompleto: boolean | null;
}

/** One row of `/api/v1/sites`. */
export interface SiteRow {
  site_id: string;
  name: string;
  role: SiteRole;
  network_id: string | null;
  manager_kind: string | null;
  comune: string;
  pro_com_t: string;
  address?: string | null;
  opening_hours: string | null;
  /** Italian; null where the hours are not wholly read. */
  orario_letto: string | null;
  wheelchair: string | null;
  declared_ambiti: string | null;
  status: SiteStatus;
  ats: string | null;
  precisione: SitePrecision;
  dimostrativo: boolean;
}

/** One row of `/api/v1/networks`. */
export interface NetworkRow {
  network_id: string;
  name: string;
  ats: string | null;
  manager_kind: string | null;
  /** Null: not declared. */
  contribution_eur: number | null;
  months: number | null;
  /** Dates, null where they are not declared. */
  start_date: string | null;
  end_date: string | null;
  extension_date: string | null;
  partner_count: number | null;
  /** Active sedi. */
  hub: number;
  spoke: number;
  dimostrativo: boolean;
  /** False where the network has not begun or has ended: then it does not count. */
  in_corso: boolean;
}

/** One row of `/api/v1/isochrones`. */
export interface IsochroneRow {
  site_id: string | null;
  nome: string;
  minuti: number;
  residenti: number;
  stato: SnapStatus;
  aggancio_m: number | null;
  strada: string | null;
  dimostrativo: boolean;
}

/** One row of `/api/v1/info`: a set of sedi. */
export interface SiteSetRow {
  insieme: string;
  attivo: boolean;
  /** Names of the ATS for which the list is complete, separated by `|`. */
  completo_per: string;
  dimostrativo: boolean;
  sedi: number;
  reti: number;
}

/** One row of `/api/v1/budget`: the share of one ATS, in EUR. */
export interface BudgetRow {
  ats: string;
  residenti: number;
  assegnazione_eur: number;
  parte_uguale_eur: number;
  parte_residenti_eur: number;
  progetti_al_tetto: number;
  residuo_eur: number;
  eur_per_residente: number | null;
  residui_anni_precedenti_eur: number;
  /** The assignment and what is left of former years. */
  disponibile_eur: number;
  /** Null: not declared. */
  speso_eur: number | null;
  /** Sum of the contributions that are declared; null, like all that rests on it, where no network is known. */
  impegnato_eur: number | null;
  /** Negative where the contributions exceed what is available. */
  libero_eur: number | null;
  reti: number | null;
  /** Networks that count zero. */
  reti_senza_contributo: number | null;
  reti_oltre_tetto: number | null;
  tetto_ats_eur: number;
  tetto_ats_mesi: number;
  progetti_al_tetto_ats: number;
  /** True where the list is not complete: what is free is at most so much. */
  elenco_incompleto: boolean | null;
}
