import { formatCount } from './numbers';

/** What each rule of the act is about, in few words: the clause itself is the service's, in Italian. */
const RULE_TITLES: Record<string, string> = {
  R1: 'A Sede in every Ambito and Distretto',
  R2: 'One Hub only for each network, every Spoke in a network',
  R3: 'Several Sedi for each Hub',
  R4: 'Where to open a new Spoke',
  R5: 'Presence of a Sede, or remit of a Hub',
  R6: 'Where a new Hub is needed',
  R7: 'Services of the Hub and of the Spokes',
  R8: 'The 18 hours a week',
  R9: 'Spaces and accessibility',
  R10: 'Access by a Hub or by a Spoke',
  R11: 'Opening hours and contacts made known',
  R12: 'Allocation of the Fund',
  R13: 'Analysis of the coverage',
  R14: 'Shared reading with the Cabina di Regia',
  R15: 'Ceiling and duration of the grant',
  R16: 'Criteria for the grant',
  R17: 'System actions with what is left',
  R18: 'Action for carers',
};
export const ruleTitle = (rule: string): string => RULE_TITLES[rule] ?? '';

export const GROUP_WORDS = {
  title: 'Findings by rule',
  cure: 'Cure',
  noAts: 'Without an ATS',
  undeclared: (count: number, alone: boolean): string => {
    if (count === 1) return alone ? '1 not declared' : 'one more not declared';
    return `${formatCount(count)} ${alone ? '' : 'more '}not declared`;
  },
  conforming: (count: number): string => `${formatCount(count)} compliant`,
  wrong: (count: number): string => `${formatCount(count)} non-compliant`,
  informative: (count: number): string => `${formatCount(count)} for information`,
};
