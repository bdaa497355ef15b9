import { plainWords } from '../text/plainWords';
import type { TravelKind } from '../text/words';
import { asNumber, asObject, asText, asTexts, type Json } from './meta';

/** Thrown when answers of two snapshots would be mixed. */
export class SnapshotChanged extends Error {}

/** What makes the figures of a view defensible, read from the `meta` of an answer that holds travel times. */
export interface Provenance {
  /** ISO date of the computation. */
  date: string;
  /** Fingerprint of the whole input, 64 hexadecimal digits. */
  snapshot: string;
  ruleSet: string;
  sedi: {
    name: string;
    /** Whether the list is complete for every ATS, and for which it is. */
    complete: boolean;
    completeFor: string[];
    demonstration: boolean;
    /** Sedi that count. */
    active: number;
  };
  /** What the figures leave out, because no sede is known there. */
  excluded: { residents: number; comuni: number };
  /** Rows of the store that another program changed and that count nowhere; the warnings say which. */
  leftOut: number;
  /** When the data were last known to be the store's, for a store that is away since; empty for one that is there. */
  staleSince: string;
  /** Where residents are counted, in words. */
  demand: string;
  /** Whose travel is weighed, by the service's name, and of which year they are. */
  weighed: { kind: string; year: number | null };
  travel: { kind: TravelKind; errorMinutes: number | null };
  /** Travel limits in use, minutes, ascending; a planning criterion, not in the act. */
  limits: number[];
  attributions: string[];
  /** Everything the service warns of, in sentences. */
  warnings: string[];
}

export function provenanceOf(meta: Json): Provenance {
  const ruleSet = asObject(meta['regole']);
  const sedi = asObject(meta['sedi']);
  const travel = asObject(meta['viaggio']);
  const demand = asObject(meta['domanda']);
  return {
    date: asText(meta['data']),
    snapshot: snapshotOf(meta),
    ruleSet: asText(ruleSet['titolo']) || asText(ruleSet['id']),
    sedi: {
      name: asText(sedi['insieme']),
      complete: sedi['completo'] === true,
      completeFor: asTexts(sedi['completo_per']),
      demonstration: sedi['dimostrativo'] === true,
      active: asNumber(sedi['sedi_attive']) ?? 0,
    },
    excluded: {
      residents: asNumber(meta['residenti_esclusi']) ?? 0,
      comuni: asNumber(meta['comuni_esclusi']) ?? 0,
    },
    leftOut: asNumber(asObject(meta['archivio'])['righe_escluse']) ?? 0,
    staleSince: asText(meta['non_aggiornato_dal']),
    demand: asText(demand['descrizione']),
    weighed: { kind: asText(demand['tipo']) || 'residenti', year: asNumber(demand['anno']) },
    travel: {
      kind: (asText(travel['fonte']) || 'stima') as TravelKind,
      errorMinutes: asNumber(travel['errore_medio_minuti']),
    },
    limits: limitsOf(asObject(meta['limiti'])),
    attributions: asTexts(meta['attribuzioni']),
    warnings: asTexts(meta['avvertenze']).map(plainWords),
  };
}

/** The fingerprint that every answer of one snapshot shares. */
export const snapshotOf = (meta: Json): string => asText(asObject(meta['fotografia'])['hash']);

function limitsOf(limits: Json): number[] {
  const one = asNumber(limits['minuti']);
  const each = Object.values(asObject(limits['minuti_per_classe_snai']))
    .map(asNumber)
    .filter((v) => v !== null);
  return [...new Set(one === null ? each : [one])].sort((a, b) => a - b);
}
