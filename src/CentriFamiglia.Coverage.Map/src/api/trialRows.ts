import type { Demand } from '../text/peopleWords';
import { fetchAnswer, postQuestion, type Query, type TableAnswer } from './apiClient';
import type { Columns } from './columns';
import { asList, asObject, asTexts, type Json } from './meta';
import { comparedParameters, type OtherState } from './otherState';
import { weighing } from './weighing';

/** One row of `/api/v1/what-if`: a comune that changes. */
export type TrialRow = Columns<
  'TrialRow',
  | 'pro_com_t'
  | 'comune'
  | 'ats'
  | 'minuti_prima'
  | 'minuti_dopo'
  | 'sede_prima'
  | 'sede_dopo'
  | 'oltre_limite_prima'
  | 'oltre_limite_dopo'
  | 'residenti'
  | 'elenco_incompleto'
>;

/** An area whose verdict or figures change. */
export type TrialArea = Columns<
  'TrialArea',
  | 'livello'
  | 'codice'
  | 'nome'
  | 'ats'
  | 'verdetto_prima'
  | 'verdetto_dopo'
  | 'minuti_medi_prima'
  | 'minuti_medi_dopo'
  | 'residenti_oltre_limite_prima'
  | 'residenti_oltre_limite_dopo'
  | 'quota_oltre_limite_pct_dopo'
  | 'elenco_incompleto'
  | 'confrontabile'
>;

/** The figures of the region, or of the ATS chosen. */
export type TrialTotals = Columns<
  'TrialSide',
  | 'quota_entro_limite_pct'
  | 'residenti_oltre_limite'
  | 'minuti_medi'
  | 'residenti_esclusi'
  | 'ambiti_con_sede'
  | 'ambiti_senza_sede'
  | 'ambiti_non_caricati'
  | 'libero_eur'
>;

/** A network whose sedi change. */
export type TrialNetwork = Columns<
  'TrialNetwork',
  | 'network_id'
  | 'name'
  | 'hub_dopo'
  | 'spoke_prima'
  | 'spoke_dopo'
  | 'spoke_massimo'
  | 'ore_unione_prima'
  | 'ore_unione_dopo'
>;

/** What becomes of the fund of an ATS. */
export type TrialFund = Columns<'TrialFund', 'ats' | 'libero_eur_prima' | 'libero_eur_dopo' | 'spoke_in_piu'>;

/** A rule of the act that has another outcome. */
export type TrialFinding = Columns<
  'TrialFinding',
  'regola' | 'codice' | 'nome' | 'esito_prima' | 'esito_dopo' | 'motivo'
>;

/** A sede as the trial has it, and where it stands. */
export type TrialSede = Columns<'TrialSede', 'id' | 'pro_com_t' | 'comune' | 'ats' | 'lon' | 'lat'>;

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
  { withFindings, ...whose }: Whose & { withFindings: boolean },
): Promise<TrialAnswer> {
  const query = { ...asked('what-if', whose), changed: 'si', rilievi: withFindings ? 'si' : null };
  return changesOf(await postQuestion<TableAnswer<TrialRow>>('what-if', query, { changes }));
}

/** What another day, set of sedi or rule set changes, of the region or of one ATS. */
export const askOther = async (other: OtherState, whose: Whose): Promise<TrialAnswer> =>
  changesOf(
    await fetchAnswer('compare', {
      ...comparedParameters(other),
      ...asked('compare', whose),
      level: 'comune',
      changed: 'si',
    }),
  );

/** Which sedi count, in which ATS, and whose travel is weighed. */
interface Whose {
  sedi: string | null;
  ats: string | null;
  demand: Demand;
}

const asked = (resource: string, { sedi, ats, demand }: Whose): Query => ({ sedi, ats, ...weighing(resource, demand) });

function changesOf({ meta, rows }: TableAnswer<TrialRow>): TrialAnswer {
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
