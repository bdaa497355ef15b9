import type { Outcome, Verdict } from '../text/words';
import { postQuestion, type TableAnswer } from './apiClient';
import { asList, asObject, asTexts, type Json } from './meta';

/** One row of `/api/v1/what-if`: a comune that changes. */
export interface TrialRow {
  pro_com_t: string;
  comune: string;
  ats: string;
  minuti_prima: number | null;
  minuti_dopo: number | null;
  sede_prima: string | null;
  sede_dopo: string | null;
  oltre_limite_prima: boolean | null;
  oltre_limite_dopo: boolean | null;
  residenti: number | null;
  elenco_incompleto: boolean | null;
}

/** An area whose verdict or figures change. */
export interface TrialArea {
  livello: string;
  codice: string;
  nome: string;
  ats: string;
  verdetto_prima: Verdict;
  verdetto_dopo: Verdict;
  minuti_medi_prima: number | null;
  minuti_medi_dopo: number | null;
  residenti_oltre_limite_prima: number | null;
  residenti_oltre_limite_dopo: number | null;
  quota_oltre_limite_pct_dopo?: number | null;
  elenco_incompleto: boolean | null;
  /** False where the two sides do not count the same residents. */
  confrontabile?: boolean;
}

/** The figures of the region, or of the ATS chosen. */
export interface TrialTotals {
  quota_entro_limite_pct: number | null;
  residenti_oltre_limite: number | null;
  minuti_medi: number | null;
  /** Of the comuni of which nothing is known: no figure counts them. */
  residenti_esclusi: number | null;
  ambiti_con_sede: number;
  ambiti_senza_sede: number;
  ambiti_non_caricati: number;
  libero_eur: number | null;
}

/** A network whose sedi change. */
export interface TrialNetwork {
  network_id: string;
  name: string;
  hub_dopo: number;
  spoke_prima: number;
  spoke_dopo: number;
  spoke_massimo: number;
  ore_unione_prima: number;
  ore_unione_dopo: number;
}

/** What becomes of the fund of an ATS. */
export interface TrialFund {
  ats: string;
  libero_eur_prima: number | null;
  libero_eur_dopo: number | null;
  spoke_in_piu: number;
}

/** A rule of the act that has another outcome. */
export interface TrialFinding {
  regola: string;
  codice: string;
  nome: string;
  esito_prima: Outcome | null;
  esito_dopo: Outcome | null;
  motivo: string;
}

/** A sede as the trial has it, and where it stands. */
export interface TrialSede {
  id: string;
  pro_com_t: string;
  comune: string | null;
  ats: string | null;
  lon: number;
  lat: number;
}

/** What a trial changes. */
export interface TrialAnswer {
  /** By code of the comune; only those that change. */
  rows: Map<string, TrialRow>;
  sedi: TrialSede[];
  areas: TrialArea[];
  before: TrialTotals;
  after: TrialTotals;
  /** False where before and after do not count the same residents: their difference says nothing of the sedi. */
  comparable: boolean;
  networks: TrialNetwork[];
  funds: TrialFund[];
  findings: TrialFinding[];
  warnings: string[];
}

/** @param withFindings Whether the rules of the act are compared too, which takes longer. */
export async function askTrial(
  changes: Json[],
  { sedi, ats, withFindings }: { sedi: string | null; ats: string | null; withFindings: boolean },
): Promise<TrialAnswer> {
  const query = { sedi, ats, changed: 'si', rilievi: withFindings ? 'si' : null };
  const { meta, rows } = await postQuestion<TableAnswer<TrialRow>>('what-if', query, { changes });
  const totals = asObject(meta['totali']);
  return {
    rows: new Map(rows.map((row) => [row.pro_com_t, row])),
    sedi: asList(meta['modifiche']) as TrialSede[],
    areas: asList(meta['aree']) as TrialArea[],
    before: totals['prima'] as TrialTotals,
    after: totals['dopo'] as TrialTotals,
    comparable: totals['confrontabile'] !== false,
    networks: asList(meta['reti']) as TrialNetwork[],
    funds: asList(meta['fondo']) as TrialFund[],
    findings: asList(meta['rilievi']) as TrialFinding[],
    warnings: asTexts(meta['avvertenze']),
  };
}
