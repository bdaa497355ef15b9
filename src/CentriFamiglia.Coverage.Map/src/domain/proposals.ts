import { asList, asNumber, asObject, asText, asTexts, type Json } from '../api/meta';
import type { EffectRow, SuggestionRow } from '../api/proposalRows';
import { counted, formatCount, formatPercent } from '../text/numbers';
import { GAINS_NOBODY } from '../text/proposalWords';
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
  const alternates = others.length;
  const sentences = [verdictOf(certificate, rows)];
  if (status === 'optimal' && rows > 0 && goal === 'units' && !certificate.secondaryProved) {
    sentences.push('Il numero di sedi è dimostrato; fra le scelte con lo stesso numero vale la migliore trovata.');
  }
  if (alternates === 1) sentences.push('Un’altra scelta vale altrettanto.');
  if (alternates > 1) sentences.push(`${formatCount(alternates)} altre scelte valgono altrettanto.`);
  if (considered !== null) {
    const out = dropped.map(([reason, count]) => `${counted(count, 'scartato', 'scartati')} (${reason})`);
    sentences.push(
      `${counted(considered, 'comune candidato considerato', 'comuni candidati considerati')}${out.length ? `; ${out.join('; ')}` : ''}.`,
    );
  }
  return sentences;
}

function verdictOf({ status, gap, considered }: Certificate, rows: number): string {
  if (rows === 0 && considered === 0) return 'Non si propone nulla: nessun comune può essere candidato.';
  if (status === 'infeasible') return 'Nessuna scelta rispetta i vincoli chiesti.';
  if (status === 'optimal' && rows === 0) return 'Dimostrato: nessuna nuova sede serve allo scopo.';
  if (status === 'optimal') return 'Dimostrato: nessuna altra scelta fa meglio.';
  return gap === null
    ? 'È la migliore scelta trovata, senza un limite dimostrato.'
    : `Non dimostrato: scarto massimo dall’ottimo ${formatPercent(gap * 100)}.`;
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
  ...(goal !== 'time' && row.residenti_guadagnati === 0 ? [GAINS_NOBODY] : []),
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
