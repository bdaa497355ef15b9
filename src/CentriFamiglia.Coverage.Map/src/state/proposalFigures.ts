import type { GapRow } from '../api/rows';
import { atMost, isKnown } from '../domain/knowledge';
import { type FigurePair, pair } from '../domain/trialWords';
import { spokenPair } from '../text/compareWords';
import { LABEL } from '../text/labels';
import { INDICATOR } from '../text/legendWords';
import { formatCount, formatMinutes } from '../text/numbers';
import { LEVEL_WORDS } from '../text/words';
import { type BeforeAfter, meanMinutes, servedAreas, todayOf } from './proposalOutcome';
import type { ProposalData, ViewData } from './viewData';

/** Today's figures and, beside each, what it becomes with the proposals shown; empty where nothing is known of today. */
export function proposalFigures(data: ViewData, proposals: ProposalData): FigurePair[] {
  const total = todayOf(data, proposals);
  if (!total || !isKnown(total)) return [];
  const { before, after, all } = servedAreas(data, proposals);
  const withSede = LABEL.withSede(LEVEL_WORDS[data.areaLevel].many);
  return [
    // Areas of two levels are not counted together.
    ...(proposals.query.knobs.both
      ? []
      : [figurePair(withSede, formatCount, [before, after], INDICATOR.of(all, 0).trim())]),
    ...known(INDICATOR.beyond, total, formatCount, beyond(total, proposals)),
    ...known(LABEL.meanTravel, total, formatMinutes, meanMinutes(total, proposals)),
  ];
}

const beyond = ({ residenti_oltre_limite: before }: GapRow, { gains }: ProposalData): BeforeAfter | null =>
  before === null ? null : [before, before - gains.residents];

/** The pair, bounds where they are; nothing where today's figure is not known. */
const known = (
  label: string,
  total: GapRow,
  words: (value: number) => string,
  change: BeforeAfter | null,
): FigurePair[] => (change === null ? [] : [figurePair(label, (value) => atMost(total, words(value)), change, '')]);

function figurePair(label: string, words: (v: number) => string, [from, to]: BeforeAfter, note: string): FigurePair {
  const figure = pair(words(from), words(to));
  return { label, figure, note, spoken: spokenPair(figure, from, to) };
}
