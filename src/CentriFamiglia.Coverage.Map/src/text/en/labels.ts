import { formatCount } from './numbers';
import { minutesOfPeople, ofPeople, peopleLabel } from './peopleWords';

export const LABEL = {
  get residents(): string {
    return peopleLabel();
  },
  inhabitants: 'Residents',
  comuni: 'Comuni',
  get beyondLimit(): string {
    return `${peopleLabel()} beyond the limit`;
  },
  comuniBeyond: 'Comuni beyond the limit',
  meanTravel: 'Mean travel',
  get ninety(): string {
    return `90% ${ofPeople()} within`;
  },
  ambitiWithSede: 'Ambiti with a Sede',
  withSede: (many: string): string => `${many} with a Sede`,
  freeFund: 'Free Fund',
  fund: 'Regional Fund',
  fundShare: 'Share of the Fund',
  minutes: 'Minutes',
  meanMinutes: 'Mean minutes',
  time: 'Time',
  road: 'Road',
  hour: 'Time',
  day: 'Day',
  hours: 'Hours',
  months: 'Months',
  limit: 'Limit',
  within: 'Within',
  outcome: 'Outcome',
  verdict: 'Verdict',
  value: 'Value',
  share: 'Share',
  note: 'Note',
  source: 'Source',
  level: 'Level',
  sede: 'Sede',
  sedi: 'Sedi',
  network: 'Network',
  networks: 'Networks',
  proposals: 'Proposals',
  grant: 'Grant',
  area: 'Area',
  rule: 'Rule',
  cure: 'Cure',
  why: 'Why',
  figures: 'Figures',
  order: 'Order',
  catchment: 'Catchment',
  get gained(): string {
    return `${peopleLabel()} gained`;
  },
  get saved(): string {
    return `${capital(minutesOfPeople())} saved`;
  },
  get moreMinutes(): string {
    return `${capital(minutesOfPeople())} more`;
  },
  get perHour(): string {
    return `${peopleLabel()} per hour of opening`;
  },
  secondChoice: 'Second choice',
  areasWithout: 'Areas without a Sede',
  whatChanges: 'What changes',
  demonstration: 'Demonstration',
  nearestMinutes: 'Minutes from the nearest Sede',
};

export const SAID = {
  unreachable: 'cannot be reached',
  noValue: 'no value',
  noData: 'no data',
  sediUnknown: 'Sedi not known',
  unknown: (figure: string): string => `not known: ${figure}`,
  notKnown: 'not known',
  none: 'none',
  noAmbito: 'none',
  noNetwork: 'no network',
  networkUndeclared: 'not declared',
  managerUndeclared: 'not declared',
  hoursUndeclared: 'not declared',
  weeklyUndeclared: 'not declared',
  place: (at: number): string => `No. ${formatCount(at)}`,
  minutesWithin: (minutes: string): string => `within ${minutes} minutes`,
  quoted: (text: string): string => `“${text}”`,
};

export const CLASS_WORDS = {
  percent: (label: string): string => `${label}%`,
  all: 'all',
  zero: 'zero',
  nobody: 'none',
  above: (bound: string): string => `over ${bound}`,
  upTo: (bound: string): string => `up to ${bound}`,
  between: (above: string, upTo: string): string => `${above} to ${upTo}`,
};

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
