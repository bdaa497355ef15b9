import type { SuggestionRow } from './proposalRows';

/** One row of `/api/v1/scenarios`. */
export interface ScenarioRow {
  id: string;
  nome: string;
  stato: 'aperto' | 'applicato' | 'archiviato';
  linea: Line | null;
  /** Set of sedi that it changes. */
  sedi: string;
  modifiche: number;
  reti: number;
  costo_spoke_eur: number | null;
  chi: string;
  quando: string;
  cambiato_da: string | null;
  cambiato_il: string | null;
  versione: number;
  nota: string | null;
}

/** The two lines of spending of the act. */
export type Line = 'rimodulazione' | 'nuovo_avviso';

/** A field that the store and a scenario want otherwise. */
export interface ConflictRow {
  oggetto: 'sede' | 'rete';
  id: string;
  campo: string;
  era: string | null;
  archivio: string | null;
  scenario: string | null;
}

/** One measure of one area, today and in two scenarios. */
export interface ScenarioMeasureRow {
  livello: 'ambito' | 'distretto' | 'ats' | 'regione';
  codice: string;
  nome: string;
  misura: string;
  oggi: number | null;
  primo: number | null;
  secondo: number | null;
  ats: string;
}

/** What a scenario costs on the two lines; null where a cost is not stated. */
export interface Spending {
  nuovi_spoke: number;
  rimodulazione_eur: number | null;
  nuove_reti: number;
  nuovo_avviso_eur: number | null;
}

/** One row of `/api/v1/runs`. */
export interface RunRow {
  id: string;
  titolo: string;
  stato: 'bozza' | 'pubblicata';
  alla_data: string;
  insieme: string;
  proposte: number;
  ats: string | null;
  scenario: string | null;
  chi: string;
  quando: string;
  pubblicata_da: string | null;
  pubblicata_il: string | null;
  impronta: string;
}

/** What two frozen analyses say otherwise. */
export interface RunDifferenceRow {
  risultato: string;
  codice: string;
  nome: string | null;
  campo: string | null;
  prima: string | null;
  dopo: string | null;
}

export const DECISIONS = ['accettata', 'respinta', 'rinviata'] as const;
/** What is decided of a proposal. */
export type Decided = (typeof DECISIONS)[number];

/** One row of `/api/v1/runs/{id}/decisions`. */
export interface DecisionRow {
  proposta: number;
  /** Null where there are only comments. */
  esito: Decided | null;
  chi: string | null;
  quando: string | null;
  perche: string | null;
  sede_prevista: string | null;
  /** One a line: who, when, what. */
  commenti: string | null;
}

/** A proposal as it was frozen: with its place among its columns. */
export type FrozenProposal = SuggestionRow & { lon: number | null; lat: number | null };

/** The scenario that a trial comes from, in the link of the page; without a version it is still to be read. */
export interface ScenarioRef {
  id: string;
  version: number | null;
}
