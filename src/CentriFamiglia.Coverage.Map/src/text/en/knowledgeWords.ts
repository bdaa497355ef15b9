import type { Level } from '../it/words';
import { atsWords } from './atsNames';
import { counted, formatCount, formatDecimal, formatMoment, formatPercent } from './numbers';
import { peopleMany, peopleWords } from './peopleWords';
import { LEVEL_WORDS, setWords } from './words';

export const BOUND_WORDS = {
  atMost: 'at most',
  atLeast: 'at least',
  meaning: 'where the list of Sedi of the ATS is not complete: a Sede not listed may be nearer',
  most: (meaning: string): string => `“At most”: ${meaning}.`,
  both: (meaning: string): string => `“At most”, “at least”: ${meaning}.`,
  inCaption: ' (at most, where the list of Sedi is not complete)',
};

export const EXCLUDED_WORDS = {
  title: 'Left out: Sedi not known',
  sentence: (residents: number, comuni: number): string =>
    `${peopleWords(residents)} of ${counted(comuni, 'Comune', 'Comuni')} left out: Sedi not known.`,
  of: (comuni: number): string => `${peopleMany()} of ${counted(comuni, 'Comune', 'Comuni')}`,
};

export const CURE_WORDS = {
  empty: (set: string): string => `The set of Sedi “${setWords(set)}” holds no active Sede: there is nothing to judge.`,
  silent: (set: string, ats: string | null): string =>
    `The set of Sedi “${setWords(set)}” says nothing of the Sedi${ats === null ? '' : ` of ${atsWords(ats)}`}: no judgement can be made.`,
  command: 'Import the Sedi and the networks, and say for which ATS the list is complete: ',
  other: 'Or choose another set of Sedi, above the map.',
};

export const NOTICE = {
  stale: {
    tag: 'Not up to date',
    text: (since: string): string =>
      `The store does not answer: the figures are those of the data read up to ${formatMoment(since)}.`,
  },
  madeUp: {
    tag: 'Demonstration',
    text: 'Sedi and networks made up to try out the program: none of them is real.',
  },
  partial: {
    tag: 'Partial list',
    text: (completeFor: readonly string[]): string =>
      `The list of Sedi is not complete${whereComplete(completeFor)}: where none is known, nothing can be called “uncovered”.`,
  },
  leftOut: {
    tag: 'Store to be mended',
    text: (rows: number): string =>
      rows === 1
        ? 'One row, changed by another program, does not count: which one and why is under “All notices”.'
        : `${formatCount(rows)} rows, changed by another program, do not count: which ones and why is under “All notices”.`,
  },
  totals: { tag: 'Partial totals' },
  estimated: {
    tag: 'Estimated',
    text: (error: number | null): string =>
      `Driving times are estimated${error === null ? '' : ` (mean error ${formatDecimal(error)} minutes)`}, not computed on the road network.`,
  },
  noTraffic: {
    tag: 'No traffic',
    text: 'Driving times on the road network, without traffic: they are longer at rush hour.',
  },
  whereFrom: { tag: 'Where trips start' },
  onePoint: {
    tag: 'One point per Comune',
    text: 'All residents are counted at the town hall, in Milano too.',
  },
  weighed: {
    tag: 'Who is counted',
    text: (year: number | null): string =>
      `The figures count ${peopleMany()}${year === null ? '' : ` (${year})`}, not residents; verdicts, Fund and findings stay those of residents.`,
  },
  unverified: {
    tag: 'Not verified',
    text: (unverified: number, level: Level, all: number): string =>
      `Membership not verified for ${formatCount(unverified)} of ${counted(all, LEVEL_WORDS[level].one, LEVEL_WORDS[level].many)}.`,
  },
};

const whereComplete = (ats: readonly string[]): string =>
  ats.length === 0 ? '' : ` (it is only for ${ats.map(atsWords).join(', ')})`;

/** Why a place is no candidate, by the words of the service. */
const REASONS: Record<string, string> = {
  'non serve alcuna area senza sede': 'they serve no area without a Sede',
  'nessun Hub della stessa ATS, con posto, è entro la portata': 'no Hub of their ATS with room is within reach',
  'sede comunale non nota': 'their town hall is not known',
  'escluso da chi chiede': 'left out by whoever asks',
  'ammette solo uno Spoke, e nessuna rete può accoglierlo': 'they take a Spoke alone, and no network can have it',
};

export const CERTIFICATE_WORDS = {
  noCandidate: 'Nothing is proposed: no Comune can be a candidate.',
  infeasible: 'No choice meets the constraints asked for.',
  nothingNeeded: 'Proved: no new Sede is needed for the goal.',
  optimal: 'Proved: no other choice does better.',
  best: 'This is the best choice found, without a proved bound.',
  gap: (percent: number): string => `Not proved: at most ${formatPercent(percent)} from the optimum.`,
  countProved: 'The number of Sedi is proved; among choices of the same number, this is the best found.',
  alternates: (others: number): string =>
    others === 1 ? 'One other choice is as good.' : `${formatCount(others)} other choices are as good.`,
  considered: (candidates: number): string =>
    counted(candidates, 'candidate Comune considered', 'candidate Comuni considered'),
  dropped: (count: number): string => `${formatCount(count)} left out`,
  why: (reason: string): string => REASONS[reason] ?? 'for the reason that the service gives',
};
