import type { Columns } from './columns';
import type { SuggestionRow } from './proposalRows';

/** One row of `/api/v1/scenarios`. */
export type ScenarioRow = Columns<
  'ScenarioRow',
  | 'id'
  | 'nome'
  | 'stato'
  | 'sedi'
  | 'modifiche'
  | 'reti'
  | 'costo_spoke_eur'
  | 'chi'
  | 'quando'
  | 'cambiato_da'
  | 'cambiato_il'
  | 'versione'
  | 'nota'
> & { linea: Line | null };

/** The two lines of spending of the act. */
export type Line = 'rimodulazione' | 'nuovo_avviso';

/** A field that the store and a scenario want otherwise. */
export type ConflictRow = Columns<'ConflictRow', 'oggetto' | 'id' | 'campo' | 'era' | 'archivio' | 'scenario'>;

/** One measure of one area, today and in two scenarios. */
export type ScenarioMeasureRow = Columns<
  'ScenarioComparedRow',
  'livello' | 'codice' | 'nome' | 'misura' | 'oggi' | 'primo' | 'secondo' | 'ats'
>;

/** What a scenario costs on the two lines; null where a cost is not stated. */
export interface Spending {
  nuovi_spoke: number;
  rimodulazione_eur: number | null;
  nuove_reti: number;
  nuovo_avviso_eur: number | null;
}

/** One row of `/api/v1/runs`. */
export type RunRow = Columns<
  'RunRow',
  | 'id'
  | 'titolo'
  | 'stato'
  | 'alla_data'
  | 'insieme'
  | 'proposte'
  | 'ats'
  | 'scenario'
  | 'chi'
  | 'quando'
  | 'pubblicata_da'
  | 'pubblicata_il'
  | 'impronta'
>;

/** What two frozen analyses say otherwise. */
export type RunDifferenceRow = Columns<'RunComparedRow', 'risultato' | 'codice' | 'nome' | 'campo' | 'prima' | 'dopo'>;

export const DECISIONS = ['accettata', 'respinta', 'rinviata'] as const;
/** What is decided of a proposal. */
export type Decided = (typeof DECISIONS)[number];

/** One row of `/api/v1/runs/{id}/decisions`; without an outcome there are only comments, one a line: who, when, what. */
export type DecisionRow = Columns<
  'DecisionRow',
  'proposta' | 'chi' | 'quando' | 'perche' | 'sede_prevista' | 'commenti'
> & { esito: Decided | null };

/** A proposal as it was frozen: with its place among its columns. */
export type FrozenProposal = SuggestionRow & { lon: number | null; lat: number | null };

/** The scenario that a trial comes from, in the link of the page; without a version it is still to be read. */
export interface ScenarioRef {
  id: string;
  version: number | null;
}
