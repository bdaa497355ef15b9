import type { Level } from '../it/words';
import { counted, formatCount } from './numbers';
import {
  itsPeople,
  minutesOfPeople,
  noPeople,
  ofPeople,
  onPeople,
  peopleLabel,
  peopleMany,
  peopleWords,
} from './peopleWords';
import { LEVEL_WORDS } from './words';

export const LEGEND = {
  doors: 'Dark circles: open Sedi, the nearest to some Comune. Light circles: Sedi of unknown hours.',
  ownPoints: 'The circles are Sedi and networks: the larger, the more serious.',
  closing: 'If this Sede alone closes',
  open: (moment: string): string => `An open Sede, ${moment}`,
  catchments: 'The proposals and their catchments',
  worst: (level: Level): string => `The most serious by ${LEVEL_WORDS[level].one}`,
  verdict: (level: Level): string => `Verdict by ${LEVEL_WORDS[level].one}`,
  minutes: (statistic: string): string => `Minutes (${statistic.toLowerCase()}) from the nearest Sede`,
  change: (level: Level): string => `What changes by ${LEVEL_WORDS[level].one}`,
  beyondClass: 'beyond the limit of its class',
  beyondShare: (percent: number): string => `more than ${percent}% ${ofPeople()} beyond the limit`,
  unreachable: 'cannot be reached, or no data',
  fixed: 'Fixed classes: the same for every level and every ATS.',
  quantiles: 'Quantiles: about the same number of rows in each class.',
  inClass: (residents: number, comuni: number): string =>
    `${peopleWords(residents)} · ${counted(comuni, 'Comune', 'Comuni')}`,
  moreProposals: (more: number): string => `and ${formatCount(more)} more, in the table`,
  noneNearer: 'no proposal is nearer',
};

export const POINTED = {
  noOpen: 'no Sede open',
  nearestOpen: (minutes: string): string => `nearest open Sede: ${minutes}`,
  open: 'open',
  unknownHours: 'hours not fully known',
  networks: (networks: number): string => counted(networks, 'network', 'networks'),
  towards: (sede: string, before: string, after: string): string => `to ${sede}: ${before} → ${after}`,
};

export const OVERVIEW = {
  proposals: 'How they are chosen',
  fragility: 'If a Sede closes',
  measure: 'What it measures',
  lowerIsBetter: ' Lower values: better access.',
  higherIsBetter: ' Higher values: better access.',
  inequality: (indices: string): string => `Inequality among all Comuni, weighted ${onPeople()}: ${indices}.`,
  theilBetween: 'Theil, between the Ambiti',
  theilWithin: 'Theil, within the Ambiti',
  reach: (where: string | null): string =>
    `${peopleLabel()} with a Sede within the minutes stated: ${where ?? 'Lombardia'}`,
  get reachTable(): string {
    return `${peopleLabel()} and Comuni within the minutes stated`;
  },
  doors: (open: number, closed: number, uncertain: number): string =>
    `${counted(open, 'Sede open', 'Sedi open')}, ${formatCount(closed)} closed, ${formatCount(uncertain)} of unknown hours, in the whole region.`,
  anOpenSede: 'An open Sede',
  ordinaryWeek: 'An ordinary week, without holidays; travel does not shift the time.',
  hoursUndeclared: 'Hours not declared',
  hoursUnread: 'Hours not read',
  hoursInPart: 'Hours read in part',
  uncounted: 'Sedi that count neither as open nor as closed',
  oneAtATime: 'Each Sede is closed alone, with all the others open: the figures of two Sedi do not add up.',
  harmless: (sedi: number): string =>
    sedi === 0
      ? `The closing of any Sede takes some ${peopleMany()} farther away.`
      : `The closing of ${counted(sedi, 'Sede', 'Sedi')} takes ${noPeople()} farther away.`,
  wholeRegion: 'Effects and rank are of the whole region.',
  amongAll: (ats: string): string => `The rank is among the Sedi of ${ats}; ${peopleMany()} of all ATS count.`,
  amongOwn: (ats: string): string =>
    `The rank is among the Sedi of ${ats}; ${itsPeople()} count, and those elsewhere who would go beyond the limit stand apart, in the sheet.`,
  act: 'Act',
  differences: 'Differences',
  ofAts: (known: number, all: number): string => `for ${formatCount(known)} of ${formatCount(all)} ATS`,
};

export const CURVE = {
  seeking: 'Computing how much each further Spoke is worth…',
  minutes: 'Mean minutes with N new Spokes',
  get residents(): string {
    return `${peopleLabel()} within the limit with N new Spokes`;
  },
  label: (title: string, first: string, x: number, last: string, lastX: number): string =>
    `${title}: from ${first} with ${formatCount(x)} to ${last} with ${formatCount(lastX)}.`,
  axis: 'new Spokes',
  tooShort: 'With the constraints asked for, the curve does not have two points to join.',
  title: 'How much each Spoke is worth',
  within: 'Within limit',
  gain: 'Gain',
  enter: 'Enter',
  leave: (names: string): string => `(leave: ${names})`,
  choice: 'Choice',
  note: (isTime: boolean, unproved: number): string =>
    `Gain: ${isTime ? `${minutesOfPeople()} saved` : `more ${peopleMany()} within the limit`} by the last Spoke. ` +
    `Each point is a choice of its own${unproved > 0 ? `; ${counted(unproved, 'is', 'are')} not proved` : ', proved'}.`,
  none: 'none',
  proved: 'proved',
  found: 'found',
  gap: (percent: string): string => `at most ${percent} from the optimum`,
};

export const INDICATOR = {
  get beyond(): string {
    return `${peopleLabel()} over limit`;
  },
  of: (judged: number, unknown: number): string => ` of ${formatCount(judged)}${unknown > 0 ? ' known' : ''}`,
  cannotSay: 'cannot be said',
  unknown: (unknown: number): string => `${formatCount(unknown)} not known`,
  ofCounted: ' of those counted',
  ninety: (minutes: string): string => `90% within ${minutes}`,
  notComputed: 'not computed',
};
