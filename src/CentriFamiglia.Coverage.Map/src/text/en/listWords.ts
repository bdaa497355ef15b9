import { formatCount } from './numbers';
import { peopleLabel } from './peopleWords';

export const LIST = {
  rows: 'Rows of the table',
  previous: 'Previous',
  next: 'Next',
  page: (at: number, of: number): string => `page ${formatCount(at)} of ${formatCount(of)}`,
  count: (matching: number, total: number): string => {
    const all = matching === total ? '' : ` of ${formatCount(total)}`;
    return `${formatCount(matching)}${all} ${matching === 1 && !all ? 'row' : 'rows'}`;
  },
  minutesFrom: (many: string, bounds: string): string => `${many}: minutes by car from the nearest Sede${bounds}`,
  verdicts: (many: string): string => `${many}: coverage verdict`,
  uncertain: 'uncertain',
  beyond: 'beyond',
  within: 'within',
  findings: 'Findings on the rules of the act',
  subject: 'Subject',
  point: 'Point',
  clause: (section: string, quote: string): string => `Allegato A, ${section}: «${quote}»`,
  fragility: 'Sedi: what is lost if one closes',
  position: 'Rank',
  get catchmentResidents(): string {
    return `${peopleLabel()} of the catchment`;
  },
  most: 'Longest, min',
  inMinutes: (statistic: string): string => `${statistic}, min`,
  ninetieth: 'P90, min',
  shareBeyond: 'Share beyond',
  open: (moment: string): string => `Comuni: nearest open Sede, ${moment}`,
  noProposal: 'No proposal with the goal and the constraints chosen.',
  withoutAccess: 'Without access',
  proposals: 'Proposals of new Sedi',
  where: 'Where',
  kind: 'Kind',
  gainedElsewhere: 'Gained elsewhere',
  resources: 'ATS: the Fund and what is left of it',
  balance: 'Balance',
  eurosPerResident: '€ per resident',
  nothingTried: 'Nothing changes: add, move or close a Sede.',
  nothingChanges: 'Nothing changes.',
  changing: (many: string, states: string): string => `${many} that change: ${states}`,
};
