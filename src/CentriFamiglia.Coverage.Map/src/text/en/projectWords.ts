import type { ProjectFigures } from '../it/projectWords';
import { counted } from './numbers';
import { NOT_KNOWN, sentence } from './sentences';
import { VERDICT_WORDS } from './words';

export const LAYOUT_WORDS = {
  uguale: { label: 'As in the act', meaning: 'networks and lead bodies as in point 2.1' },
  diverso: { label: 'Different from the act', meaning: 'a fact to be read, not an error' },
  nonConfrontato: { label: 'List not complete', meaning: 'not compared with the act' },
  nonNoto: VERDICT_WORDS.NON_CARICATO,
};

export const managerWords = (kind: string): string => (kind === 'Terzo settore' ? 'Third sector (non-profit)' : kind);

export const PROJECT_WORDS = {
  legend: 'The networks beside the act',
  overview: 'The layout, ATS by ATS',
  caption: 'Projects: the networks and what they declare',
  act: 'The figures of the act (Allegato A, 2.1) tell the networks as they were in December 2023.',
  none: 'No network in this set: they are imported with the template reti.csv (coverage import reti.csv).',
  ambiti: 'Ambiti declared',
  start: 'Start',
  end: 'End',
  extended: 'Extended to',
  partners: 'Partner bodies',
  manager: 'Lead body',
  undeclared: 'not declared',
};

export function projectHeadline({ ats, networks, hubs, spokes, undated }: ProjectFigures): string {
  if (networks === 0) return sentence(ats, `no network is known to be running: ${NOT_KNOWN} or were not imported`);
  const are = networks === 1 ? 'is running' : 'are running';
  const rest = undated === 0 ? '' : `; ${counted(undated, 'does', 'do')} not declare a start`;
  return sentence(
    ats,
    `${counted(networks, 'network', 'networks')} ${are}: ${counted(hubs, 'Hub', 'Hubs')} and ${counted(spokes, 'Spoke', 'Spokes')}${rest}`,
  );
}
