import type { Measure } from '../it/measureWords';
import type { MeasureShift, ProposalChoice } from '../it/otherWords';
import { atsWords } from './atsNames';
import { MEASURE_WORDS } from './measureWords';
import { counted, formatCount, formatDate } from './numbers';
import { peopleLabel, peopleMany } from './peopleWords';
import { SHIFT_WORDS } from './viewWords';
import { setWords } from './words';

export const OTHER_WORDS = {
  date: 'Day',
  sedi: 'Set of Sedi',
  rules: 'Rules',
  asToday: 'as now',
  missing: 'Choose a day, a set of Sedi or of rules to lay beside the situation of today',
  pending: 'The other situation is being computed',
  failed: 'The other situation was not computed: please try again shortly.',
  onDay: (date: string): string => `on ${formatDate(date)}`,
  withSedi: (name: string): string => `Sedi “${setWords(name)}”`,
  withRules: (id: string): string => `rules ${id}`,
  title: 'The other situation',
  get beyond(): string {
    return `${peopleLabel()} beyond the limit, difference`;
  },
  toProposals: 'Change the choices of the proposals',
};

export const MEASURE_SHIFT_WORDS = {
  meglio: { label: 'Better', meaning: 'access is better' },
  uguale: { label: SHIFT_WORDS.uguale.label, meaning: 'the same value' },
  peggio: { label: 'Worse', meaning: 'access is worse' },
  ignoto: { label: SHIFT_WORDS.ignoto.label, meaning: 'without a value, or not known, on one of the two sides' },
};

export const measureChangeHeadline = (
  measure: Measure,
  where: string,
  { meglio, peggio, uguale }: Record<MeasureShift, number>,
): string =>
  `${MEASURE_WORDS[measure].name}, ${where}: better in ${formatCount(meglio)}, worse in ${formatCount(peggio)}, no change in ${formatCount(uguale)}`;

export function proposalsAre({ goal, spokes, everyUnit, ats, level }: ProposalChoice): string {
  const units = level === 'distretto' ? 'Distretto' : 'Ambito';
  const where = ats === null ? '' : ` in ${atsWords(ats)}`;
  if (goal === 'units') return `The proposals give every ${units} a Sede${where}.`;
  const aim = goal === 'time' ? 'fewer minutes of travel' : `more ${peopleMany()} within the limit`;
  const all = everyUnit ? `, with a Sede in every ${units}` : '';
  return `The proposals: ${counted(spokes, 'new Spoke', 'new Spokes')}${where}, ${aim}${all}.`;
}
