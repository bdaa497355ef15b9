import { asList, asNumber, asObject, asText, asTexts, type Json } from '../api/meta';
import type { EffectRow, SuggestionRow } from '../api/proposalRows';
import { CERTIFICATE_WORDS } from '../text/knowledgeWords';
import { gainsNobody } from '../text/proposalWords';
import { type Goal, NOT_NEEDED } from '../text/words';

/** How well a choice is proved, read from `meta.certificate`. */
export interface Certificate {
  status: string;
  /** Relative distance of the choice from the proved bound; 0 where it is proved. */
  gap: number | null;
  secondaryProved: boolean;
  considered: number | null;
  /** Candidates left out before the search, by reason. */
  dropped: [reason: string, count: number][];
  /** Choices that are as good, as codes of comuni. */
  others: string[][];
}

export function certificateOf(meta: Json): Certificate {
  const value = asObject(meta['certificate']);
  return {
    status: asText(value['status']),
    gap: asNumber(value['gap']),
    secondaryProved: value['secondary_proved'] === true,
    considered: asNumber(value['candidates_considered']),
    dropped: Object.entries(asObject(value['candidates_dropped'])).map(([reason, count]) => [
      reason,
      asNumber(count) ?? 0,
    ]),
    others: asList(value['alternates']).map(asTexts),
  };
}

/**
 * The certificate in sentences, the verdict first.
 * @param rows How many sedi are proposed.
 */
export function certificateWords(certificate: Certificate, goal: Goal, rows: number): string[] {
  const { status, considered, dropped, others } = certificate;
  const sentences = [verdictOf(certificate, rows)];
  if (status === 'optimal' && rows > 0 && goal === 'units' && !certificate.secondaryProved)
    sentences.push(CERTIFICATE_WORDS.countProved);
  if (others.length > 0) sentences.push(CERTIFICATE_WORDS.alternates(others.length));
  if (considered !== null) {
    const out = dropped.map(
      ([reason, count]) => `${CERTIFICATE_WORDS.dropped(count)} (${CERTIFICATE_WORDS.why(reason)})`,
    );
    sentences.push(`${[CERTIFICATE_WORDS.considered(considered), ...out].join('; ')}.`);
  }
  return sentences;
}

function verdictOf({ status, gap, considered }: Certificate, rows: number): string {
  if (rows === 0 && considered === 0) return CERTIFICATE_WORDS.noCandidate;
  if (status === 'infeasible') return CERTIFICATE_WORDS.infeasible;
  if (status === 'optimal') return rows === 0 ? CERTIFICATE_WORDS.nothingNeeded : CERTIFICATE_WORDS.optimal;
  return gap === null ? CERTIFICATE_WORDS.best : CERTIFICATE_WORDS.gap(gap * 100);
}

/** What all proposals together give. */
export interface Gains {
  residents: number;
  residentMinutes: number;
  /** Areas that get a sede. */
  areas: number;
}

export function gainsOf(meta: Json): Gains {
  const totals = asObject(meta['totali']);
  return {
    residents: asNumber(totals['residenti_guadagnati_insieme']) ?? 0,
    residentMinutes: asNumber(totals['minuti_risparmiati_insieme']) ?? 0,
    areas: asNumber(totals['unita_servite']) ?? 0,
  };
}

/** Key of a proposal: a comune may be proposed for several areas, an area may get several. */
export const suggestionCode = (row: SuggestionRow): string => `${row.pro_com_t}-${row.unita_codice}`;

/** The proposals by their number, which is the order in which to open them: 1 first, those that the goal does not need last. */
export const inOrder = (rows: readonly SuggestionRow[]): SuggestionRow[] =>
  [...rows].sort((a, b) => a.ordine - b.ordine);

/** What keeps a proposal from counting for much; who asks for less travel does not ask for residents. */
export const marksOf = (row: SuggestionRow, goal: Goal): string[] => [
  ...(row.serve_allo_scopo ? [] : [NOT_NEEDED]),
  ...(goal !== 'time' && row.residenti_guadagnati === 0 ? [gainsNobody()] : []),
];

/** What a proposal takes: comuni that would go to it, and their residents. */
export interface Catchment {
  comuni: string[];
  residents: number;
}

/** The catchments, by code of the proposed comune. */
export function catchmentsOf(effects: Iterable<EffectRow>): Map<string, Catchment> {
  const catchments = new Map<string, Catchment>();
  for (const { pro_com_t, residenti, sede_proposta } of effects) {
    const catchment = catchments.get(sede_proposta) ?? { comuni: [], residents: 0 };
    catchment.comuni.push(pro_com_t);
    catchment.residents += residenti;
    catchments.set(sede_proposta, catchment);
  }
  return catchments;
}

/** How many of the choices that are as good hold a comune, and how many there are. */
export const heldBy = ({ others }: Certificate, code: string): [held: number, all: number] => [
  others.filter((sites) => sites.includes(code)).length,
  others.length,
];
