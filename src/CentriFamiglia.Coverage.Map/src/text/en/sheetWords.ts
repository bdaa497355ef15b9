import { atsWords } from './atsNames';
import { counted, formatCount, formatDecimal, formatMinutes, wholeEuros } from './numbers';
import { ofPeople, peopleLabel, peopleMany } from './peopleWords';

export const SHEET = {
  within: (kind: string, ats: string): string => `${kind} · ${atsWords(ats)}`,
  journey: 'Travel to the nearest Sede',
  sediAndTravel: 'Sedi and travel',
  hubsAndSpokes: 'Hubs and Spokes',
  hubAndSpoke: (hubs: number | null, spokes: number | null): string =>
    `${formatCount(hubs)} and ${formatCount(spokes)}`,
  undeclaredRole: 'Sedi of undeclared role',
  most: 'Longest',
  nearest: 'Nearest Sede',
  alsoOwn: 'It is also the nearest of its own ATS.',
  nearestOwn: 'The nearest of its own ATS',
  limit: (minutes: number): string => `, limit ${formatMinutes(minutes)}`,
  atCeiling: (projects: number, ceiling: number, months: number): string =>
    `${formatCount(projects)}, at ${wholeEuros(ceiling)} for ${formatCount(months)} months`,
  unstatedGrants: (networks: number | null): string =>
    `${counted(networks ?? 0, 'network states', 'networks state')} no grant: they count as zero in what is committed.`,
  overCeiling: (networks: number | null): string =>
    `${counted(networks ?? 0, 'network', 'networks')} with a grant beyond the ceiling of the ATS (R15).`,
  networksPartial: 'The list of networks is not complete: this is the most that can be free.',
  forMonths: (months: number): string => ` for ${counted(months, 'month', 'months')}`,
  manager: 'Managing body',
  accessibility: 'Accessibility',
  declaredAmbiti: 'Ambiti declared',
  roughPlace: 'Approximate position: the centre of the Comune, not the address.',
  madeUp: 'A Sede made up to try out the program: it is not real.',
  isochrones: 'Isochrones on the road network',
  showIsochrones: (minutes: readonly number[]): string =>
    `Show from where it is reached (${minutes.join(', ')} minutes)`,
  offRoad: 'The Sede is too far from a road of the network: they cannot be drawn.',
  byTravel: (residents: string): string => `${residents}, by the travel times`,
  nearestRoad: (metres: number | null, road: string | null): string =>
    `The nearest road of the network is ${formatDecimal(metres)} metres from the Sede${road ? `: ${road}` : ''}.`,
  roughIsochrones: 'Times without traffic, not at rush hour; the areas are approximate.',
  get reachCurve(): string {
    return `${peopleLabel()} within a given time of the nearest Sede`;
  },
  curveFigures: 'The figures of the curve',
  reachedCurve: (sense: string): string => `Curve of the ${peopleMany()} reached: ${sense}.`,
  reachedPoint: (minutes: string, percent: string): string => `${percent} within ${minutes} minutes`,
  openThen: 'A Sede open at the moment chosen',
  nearestOpen: 'Nearest open Sede',
  noneReached: 'none can be reached',
  get medianOf(): string {
    return `Median ${ofPeople()}`;
  },
  get meanOf(): string {
    return `Mean ${ofPeople()}`;
  },
};

export const CLOSING = {
  title: 'If this one alone closes',
  position: 'Rank among the most critical',
  nothing: 'its closing changes nothing',
  get moreBeyond(): string {
    return `More ${peopleMany()} beyond the limit`;
  },
  elsewhere: 'In other ATS',
  get moreWithout(): string {
    return `More ${peopleMany()} without any Sede`;
  },
  spokesAlone: 'Spokes left without a Hub',
  catchment: 'Its catchment',
  minutes: 'Mean and longest minutes',
  weeklyHours: 'Weekly hours',
  whose: 'The catchment is of those who have this Sede as their nearest.',
};

export const PROPOSAL = {
  kicker: (order: number, ats: string): string => `Proposal ${formatCount(order)} · ${atsWords(ats)}`,
  for: 'For',
  areas: 'Areas that would have a Sede',
  joins: 'Network it joins',
  newNetwork: 'a new network',
  newNetworkOf: (comune: string): string => `the new network of ${comune}`,
  fromHub: 'From its Hub',
  gainedElsewhere: 'Gained in other ATS, apart',
  comuniBack: 'Comuni wholly back within the limit',
  areaMinutes: 'Mean minutes of the area',
  without: 'If this one alone is missing',
  toBeWeighed: 'It is a proposal to be weighed (the act says “may evaluate”), never an automatic decision.',
  madeUp: 'It rests on Sedi made up to try out the program.',
  order: (at: number, marks: string): string =>
    marks === '' ? `No. ${formatCount(at)} to open` : `No. ${formatCount(at)}: ${marks}`,
};

export const FINDING = {
  act: 'What the act says',
  others: 'Other findings',
  madeUp: 'The finding counts Sedi made up to try out the program.',
  filter: 'Filter by outcome',
  allRules: 'All',
  none: 'no finding',
};
