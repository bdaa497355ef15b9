import { rowsOf } from '../api/apiClient';
import type { GapRow } from '../api/rows';
import { atMost, isKnown } from '../domain/knowledge';
import { type FigurePair, pair } from '../domain/trialWords';
import { spokenPair } from '../text/compareWords';
import { LABEL } from '../text/labels';
import { INDICATOR } from '../text/legendWords';
import { formatCount, formatMinutes } from '../text/numbers';
import { LEVEL_WORDS } from '../text/words';
import type { ProposalData, ViewData } from './viewData';
import { isInScope } from './viewState';

/** Today's figures and, beside each, what it becomes with the proposals shown; empty where nothing is known of today. */
export function proposalFigures(data: ViewData, proposals: ProposalData): FigurePair[] {
  const { query } = proposals;
  const total = proposals.today ?? totalOf(data, proposals);
  if (!total || !isKnown(total)) return [];
  return [
    // Areas of two levels are not counted together.
    ...(query.knobs.both ? [] : [areas(data, proposals)]),
    ...beyond(total, proposals),
    ...mean(total, proposals),
  ];
}

/** The figures of those whose gain is told: of the region where the residents of every ATS count. */
export const totalOf = (data: ViewData, { query }: ProposalData): GapRow | undefined =>
  data.totals.get(query.count === 'propri' ? (query.ats ?? '') : '');

function areas(data: ViewData, { query, gains }: ProposalData): FigurePair {
  const judged = rowsOf(data.areas).filter((row) => isInScope(query, row) && row.verdetto !== 'NON_CARICATO');
  const before = judged.filter((row) => row.verdetto === 'SEDE').length;
  const label = LABEL.withSede(LEVEL_WORDS[data.areaLevel].many);
  return figurePair(label, formatCount, before, before + gains.areas, INDICATOR.of(judged.length, 0).trim());
}

function beyond(total: GapRow, { gains }: ProposalData): FigurePair[] {
  const before = total.residenti_oltre_limite;
  if (before === null) return [];
  const figure = (people: number) => atMost(total, formatCount(people));
  return [figurePair(INDICATOR.beyond, figure, before, before - gains.residents, '')];
}

function mean(total: GapRow, { gains }: ProposalData): FigurePair[] {
  const before = total.minuti_medi;
  const counted = total.residenti - total.residenti_esclusi;
  if (before === null || counted <= 0) return [];
  const figure = (minutes: number) => atMost(total, formatMinutes(minutes));
  return [figurePair(LABEL.meanTravel, figure, before, before - gains.residentMinutes / counted, '')];
}

function figurePair(label: string, words: (v: number) => string, from: number, to: number, note: string): FigurePair {
  const figure = pair(words(from), words(to));
  return { label, figure, note, spoken: spokenPair(figure, from, to) };
}
