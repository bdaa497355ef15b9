import { counted, formatCount, formatExact } from './numbers';
import { noPeople, ofPeople, peopleMany, peopleMinutes, peopleOne, peopleWords, samePeople } from './peopleWords';

export const KNOB_WORDS = {
  limit: { label: 'Travel limit', unit: 'minutes', usual: 'by class' },
  reach: { label: 'Reach of the Hub', unit: 'minutes', usual: '40' },
  spokeCost: { label: 'Cost of a Spoke', unit: '€', usual: 'not stated' },
  budget: { label: 'Most to spend', unit: '€', usual: 'none' },
  share: {
    label: 'Share to reach',
    get unit(): string {
      return `% ${ofPeople()}`;
    },
    usual: 'none',
  },
  timeLimit: { label: 'Computing time', unit: 'seconds', usual: 'as needed' },
};

export const ATS_BUDGET_WORDS = {
  no: 'No limit',
  assegnazione: 'Its allocation',
  libero: 'What is left of it',
};

export const KNOBS = {
  more: (count: number): string => (count === 0 ? 'More choices' : `More choices (${formatCount(count)})`),
  both: 'Ambiti and Distretti together',
  balance: 'Spokes shared among the ATS in proportion to who is counted',
  atsBudget: 'Spending of each ATS',
  fixed: 'In these Comuni in any case',
  onlyIn: 'Only in these Comuni',
  notIn: 'Never in these Comuni',
  add: 'Add',
  remove: (name: string): string => `Remove ${name}`,
  clear: 'Remove all',
  notAComune: 'Choose a Comune from the list.',
  range: (least: number, most: number, decimals: number): string =>
    `Enter a${decimals === 0 ? ' whole' : ''} number between ${formatExact(least)} and ${formatExact(most)}.`,
  unpriced: 'Does not count until the cost of a Spoke is stated.',
};

export const PART_WORDS = {
  proposte: 'Search for the proposals',
  bacini: 'Search for the catchments',
  curva: 'Computation of the curve',
};

export const SEARCH = {
  running: (part: keyof typeof PART_WORDS): string => `${PART_WORDS[part]} under way`,
  waiting: (ahead: number): string =>
    ahead === 0 ? 'next in line' : `${counted(ahead, 'search', 'searches')} before this one`,
  progress: (done: number, total: number): string => `${formatCount(done)} of ${formatCount(total)}`,
  seconds: (seconds: number): string => `${formatCount(seconds)} s`,
  stop: 'Cancel',
  again: 'Search again',
  stopped: 'Search cancelled.',
  full: (seconds: number): string =>
    `The queue of searches is full: trying again in ${counted(seconds, 'second', 'seconds')}.`,
  failed: 'The search did not succeed.',
  retry: (seconds: number): string => `Trying again in ${counted(seconds, 'second', 'seconds')}.`,
  stale: 'being computed',
  left: 'from an earlier search',
};

export const gainsNobody = (): string => `gains no ${peopleMany()}`;
export const GAINS_NOBODY_SHORT = 'none';
export const TRY_OUT = 'Take into Trial';
export const NOT_HERE = 'Do not propose here';
export const HERE_ANYHOW = 'Propose here in any case';
export const NOT_ANYHOW = 'Remove from “here in any case”';
export const eurosPerPerson = (): string => `EUR per ${peopleOne()} gained`;
export const ASKED_FOR = 'Why here';
export const ASKED_FOR_MEANING = 'asked for in any case, whatever it brings';
export const HERE_AGAIN = 'Propose here too';
export const ONLY_HERE = 'Propose only here';
export const NOT_ONLY_HERE = 'Remove from “only here”';
export const NOTHING_PROPOSED = 'No new Sede proposed';
export const SEEKING = 'The proposals are being computed.';
export const CHOOSE_SPOKES = (spokes: number): string => `Choose ${counted(spokes, 'Spoke', 'Spokes')}`;
export const CATCHMENT = 'Catchment of a proposal';
export const CATCHMENT_MEANING = 'the Comuni that would have it as their nearest Sede';
export const TO_ITS_HUB = 'From the new Spoke to its Hub, with the minutes';

export function lossWords(residents: number | null, minutes: number | null): string {
  const travel = minuteWords(minutes ?? 0);
  if ((residents ?? 0) > 0) {
    const beyond = peopleWords(residents ?? 0);
    return `Without this proposal ${beyond} would go back beyond the limit${travel ? `, with ${travel}` : ''}.`;
  }
  return `Without this proposal ${noPeople()} would go back beyond the limit${travel ? `, but with ${travel}` : ''}.`;
}

export function secondWords(name: string | null, fewer: number | null, minutes: number | null): string {
  if (name === null) return 'No other Comune can take its place.';
  const reached =
    (fewer ?? 0) > 0 ? `${peopleWords(fewer ?? 0)} fewer within the limit` : `${samePeople()} within the limit`;
  const travel = minuteWords(minutes ?? 0);
  return `${name} would come in its place: ${[reached, travel].filter(Boolean).join(' and ')}.`;
}

const minuteWords = (minutes: number): string =>
  Math.round(minutes) === 0 ? '' : `${peopleMinutes(Math.abs(minutes))} ${minutes < 0 ? 'fewer' : 'more'}`;

export const loadWords = (network: string, spokes: number, most: number): string =>
  `${network}: ${counted(spokes, 'Spoke', 'Spokes')} of ${formatCount(most)}`;

export const catchmentWords = (comuni: number, residents: number): string =>
  `${counted(comuni, 'Comune', 'Comuni')}, ${peopleWords(residents)}`;

export const heldWords = (held: number, all: number): string =>
  held === all
    ? `It also stands in ${all === 1 ? 'the other choice' : `all the other ${formatCount(all)} choices`} of equal value.`
    : `It is missing from ${formatCount(all - held)} of the ${formatCount(all)} other choices of equal value: another Comune stands there.`;
