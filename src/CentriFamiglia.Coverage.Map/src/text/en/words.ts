import { capital } from '../common/capital';
import type { EvidenceStatus, TravelKind } from '../it/words';
import { itsPeople, peopleLabel, peopleMany } from './peopleWords';

export const VERDICT_WORDS = {
  SEDE: { label: 'Sede present', meaning: 'at least one Hub or Spoke' },
  COMPETENZA: { label: 'Remit only', meaning: 'no Sede, but a Hub declares it' },
  SCOPERTO: { label: 'Uncovered', meaning: 'neither Sede nor remit' },
  NON_CARICATO: { label: 'Not known', meaning: 'the list of Sedi of the ATS is not complete' },
};

export const WATER_SOURCE = 'lakes and rivers of the background: GSHHG 2.3.7 (Wessel and Smith), LGPL-3';

export const OUTCOME_WORDS = {
  non_conforme: { label: 'Non-compliant', meaning: 'the act asks otherwise' },
  non_dichiarato: { label: 'Not declared', meaning: 'the data do not say: never a breach' },
  informativo: { label: 'For information', meaning: 'nothing is breached: a possibility, or a planning criterion' },
  conforme: { label: 'Compliant', meaning: 'as the act asks' },
};

/** Nouns of the domain stay Italian; the glossary explains them. */
export const LEVEL_WORDS = {
  ambito: { one: 'Ambito', many: 'Ambiti' },
  distretto: { one: 'Distretto', many: 'Distretti' },
  ats: { one: 'ATS', many: 'ATS' },
  comune: { one: 'Comune', many: 'Comuni' },
};

export const WHOLE_REGION = 'The whole of Lombardia';

export const SUBJECT_WORDS = {
  ambito: LEVEL_WORDS.ambito.one,
  distretto: LEVEL_WORDS.distretto.one,
  ats: LEVEL_WORDS.ats.one,
  rete: 'Network',
  sede: 'Sede',
};

const EVIDENCE_WORDS: Record<EvidenceStatus, { short: string; words: string }> = {
  listed: { short: 'listed', words: 'The membership of the Comuni is listed on a public page.' },
  inferred: {
    short: 'inferred',
    words: 'The membership of at least one Comune is inferred, not listed on a public page.',
  },
  unverified: {
    short: 'not verified',
    words: 'For at least one Comune no public list was found: its membership is not verified.',
  },
};
export const evidenceLabel = (status: EvidenceStatus): string => EVIDENCE_WORDS[status].short;
export const evidenceWords = (status: EvidenceStatus): string => EVIDENCE_WORDS[status].words;

const TRAVEL_WORDS: Record<TravelKind, string> = {
  stima: 'times estimated, not computed on the road network',
  rete: 'times computed on the road network',
  matrice: 'times from the matrix loaded',
  server: 'times from the office’s own road server',
};
export const travelWords = (kind: TravelKind): string => TRAVEL_WORDS[kind];

export const ROLE_WORDS = {
  hub: 'Hub',
  spoke: 'Spoke',
  non_dichiarato: 'Sede, role not declared',
};

const WHEELCHAIR_WORDS: Record<string, string> = {
  yes: 'accessible',
  limited: 'accessible in part',
  no: 'not accessible',
};

export const wheelchairWords = (value: string | null): string =>
  value === null || value === '' ? 'not declared' : (WHEELCHAIR_WORDS[value] ?? value);

export const unreadHours = (text: string): string => `not read in full: “${text}”`;

export const SET_WORDS: Record<string, string> = {
  dimostrative: 'Demo (made up)',
  note: 'Known from public pages',
  mie: 'Mine',
};
export const setWords = (name: string): string => SET_WORDS[name] ?? name;

export const SUGGESTION_WORDS = {
  spoke: { label: 'New Spoke proposed', short: 'Spoke' },
  hub: { label: 'New call for expressions of interest', short: 'New call' },
};

export const GOAL_WORDS = {
  units: 'A Sede in every area',
  get cover(): string {
    return `More ${peopleMany()} within the limit`;
  },
  time: 'Fewer minutes of travel',
};

export const COUNTED_WORDS = {
  get propri(): string {
    return `${capital(itsPeople())}`;
  },
  get tutte(): string {
    return `${peopleLabel()} of all ATS`;
  },
};

export const NOT_NEEDED = 'not needed for the goal';
export const NOT_NEEDED_SHORT = 'not needed';
