import { asList, asNumber, asObject, asText, type Json } from '../api/meta';
import { counted, formatCount, formatPercent } from '../text/numbers';
import type { Goal } from '../text/words';

/** New Spokes that may be asked for with the goals `cover` and `time`. */
export const MOST_SPOKES = 40;

/** How well a choice is proved, read from `meta.certificate`. */
export interface Certificate {
  status: string;
  /** Relative distance of the choice from the proved bound; 0 where it is proved. */
  gap: number | null;
  secondaryProved: boolean;
  considered: number | null;
  /** Candidates left out before the search, by reason. */
  dropped: [reason: string, count: number][];
  /** Choices that are as good. */
  alternates: number;
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
    alternates: asList(value['alternates']).length,
  };
}

/**
 * The certificate in sentences, the verdict first.
 * @param rows How many sedi are proposed.
 */
export function certificateWords(certificate: Certificate, goal: Goal, rows: number): string[] {
  const { status, considered, dropped, alternates } = certificate;
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

/** Fills for the catchments: like in lightness, told apart by the common forms of colour blindness as far as eight can be. */
const FILLS = ['#f2b84b', '#7cc3ee', '#4fb893', '#efe36b', '#7f9fd6', '#e58a55', '#dba0c4', '#b3a86b'] as const;

/** A fill for each key, so that places of the same fill are as far apart as can be; the same places give the same fills. */
export function catchmentFills(places: readonly { key: string; lon: number; lat: number }[]): Map<string, string> {
  const fills = new Map<string, string>();
  const taken: { lon: number; lat: number; fill: string }[] = [];
  for (const { key, lon, lat } of places) {
    if (fills.has(key)) continue;
    const nearest = (fill: string) =>
      Math.min(...taken.filter((t) => t.fill === fill).map((t) => (t.lon - lon) ** 2 + (2 * (t.lat - lat)) ** 2));
    const fill = FILLS.reduce<string>((best, f) => (nearest(f) > nearest(best) ? f : best), FILLS[0]);
    fills.set(key, fill);
    taken.push({ lon, lat, fill });
  }
  return fills;
}
