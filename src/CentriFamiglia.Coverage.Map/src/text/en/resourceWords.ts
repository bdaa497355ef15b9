import type { ResourceFigures } from '../it/resourceWords';
import { atsWords } from './atsNames';
import { counted, formatBrief, formatCount, formatDecimal, formatPercent, wholeEuros } from './numbers';

export const RESOURCE_WORDS = {
  title: 'Free share of the ATS',
  overview: 'How to read the Fund',
  share: 'Free share',
  assigned: 'Allocation',
  equal: 'Equal share',
  byResidents: 'Share by residents',
  former: 'Balance from earlier years',
  available: 'Available',
  committed: 'Committed',
  free: 'Free',
  spent: 'Spent',
  projects: 'Projects at the ceiling',
  left: 'Balance beyond the projects at the ceiling',
  perResident: 'Euros per resident',
  networks: 'Networks and grants',
  unstated: 'not stated',
  notKnown: 'grants not known',
  over: 'Beyond what is available',
  overMeaning: 'the grants stated exceed it (R15)',
};

export const HOW_MONEY_IS_COUNTED =
  'Available: allocation plus balance from earlier years. Committed: the grants the networks state. Free: the difference, for system actions (R17).';
export const EQUAL_PART_WEIGHS =
  'The part divided equally among the ATS gives more euros per resident to the less populous ones.';

const sum = (value: number): string => {
  const rounded = Math.round(value);
  return Math.abs(rounded) < 1e6 ? wholeEuros(rounded) : `€${formatDecimal(value / 1e6)} million`;
};

/** What is left of the fund; what is known of some ATS is never told of all. */
export function resourceHeadline(f: ResourceFigures): string {
  const of = f.ats === null ? '' : ` to ${atsWords(f.ats)}`;
  if (f.known === 0)
    return `Of the ${sum(f.available)} available${of} it is not known how much is free: the grants of the networks are not known`;
  const most = f.isBound ? 'at most ' : '';
  const whole = f.known === f.all;
  if (f.free < 0) {
    const who = whole ? of : ` to ${knownWords(f)}`;
    return `The grants stated exceed what is available${who} (${sum(f.knownAvailable)}) by ${sum(-f.free)}`;
  }
  const rest = `${most}€${formatBrief(f.free)} (${formatPercent((100 * f.free) / f.knownAvailable)}) is free`;
  return whole
    ? `Of the ${sum(f.available)} available${of} ${rest}`
    : `Of the ${sum(f.available)} available, ${sum(f.knownAvailable)} is known about, for ${knownWords(f)}: ${rest}`;
}

const knownWords = ({ known, all }: ResourceFigures): string => `${formatCount(known)} of ${formatCount(all)} ATS`;

export function networkSubtitle(row: {
  contribution_eur: number | null;
  months: number | null;
  hub: number;
  spoke: number;
  in_corso: boolean;
}): string {
  const money =
    row.contribution_eur === null
      ? 'grant not stated'
      : `${wholeEuros(row.contribution_eur)}${row.months === null ? '' : ` for ${counted(row.months, 'month', 'months')}`}`;
  return [
    money,
    `${counted(row.hub, 'Hub', 'Hubs')} and ${counted(row.spoke, 'Spoke', 'Spokes')}`,
    ...(row.in_corso ? [] : ['not running']),
  ].join(' · ');
}
