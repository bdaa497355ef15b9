import type { TravelKind } from './rows';

/** What makes the figures of a view defensible, read from the `meta` of an answer. */
export interface Provenance {
  /** ISO date of the computation. */
  date: string;
  /** Fingerprint of the whole input, 64 hexadecimal digits. */
  snapshot: string;
  ruleSet: string;
  sedi: { name: string; complete: boolean; demonstration: boolean };
  travel: { kind: TravelKind; errorMinutes: number | null };
  attributions: string[];
}

type Json = Record<string, unknown>;

const asObject = (value: unknown): Json => (typeof value === 'object' && value !== null ? (value as Json) : {});
const asText = (value: unknown): string => (typeof value === 'string' ? value : '');

export function provenanceOf(meta: Json): Provenance {
  const ruleSet = asObject(meta['insieme_regole']);
  const sedi = asObject(meta['sedi']);
  const travel = asObject(meta['viaggio']);
  const error = travel['errore_minuti'];
  const attributions = Array.isArray(meta['attribuzioni']) ? meta['attribuzioni'] : [];
  return {
    date: asText(meta['data']),
    snapshot: asText(meta['istantanea']),
    ruleSet: asText(ruleSet['titolo']) || asText(ruleSet['id']),
    sedi: {
      name: asText(sedi['nome']),
      complete: sedi['completo'] === true,
      demonstration: sedi['dimostrativo'] === true,
    },
    travel: {
      kind: (asText(travel['tipo']) || 'stima') as TravelKind,
      errorMinutes: typeof error === 'number' ? error : null,
    },
    attributions: attributions.map((a) => {
      const source = asObject(a);
      return [asText(source['nome']), asText(source['licenza'])].filter(Boolean).join(', ');
    }),
  };
}

export const SET_WORDS: Record<string, string> = {
  dimostrative: 'Dimostrative (inventate)',
  note: 'Note da pagine pubbliche',
  mie: 'Le mie',
};
