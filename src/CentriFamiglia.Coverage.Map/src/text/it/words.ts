import { capital } from '../common/capital';
import { itsPeople, peopleMany, thePeople } from './peopleWords';

/**
 * Every enumerated word of the API that the map reads or writes, once: as data have it, and as people read it. What is drawn, ordered
 * or asked by one of these words names it by the types below, so that a word that changes here changes everywhere or does not compile.
 */

/** Verdict on an area (D.G.R. XII/1507/2023, Allegato A, 3 and 3.1), from served to unknown. */
export const VERDICT_WORDS = {
  SEDE: { label: 'Sede presente', meaning: 'almeno un Hub o uno Spoke' },
  COMPETENZA: { label: 'Solo competenza', meaning: 'nessuna sede, ma la dichiara un Hub' },
  SCOPERTO: { label: 'Scoperto', meaning: 'né sede né competenza' },
  NON_CARICATO: { label: 'Non noto', meaning: 'l’elenco delle sedi dell’ATS non è completo' },
};
export type Verdict = keyof typeof VERDICT_WORDS;

/** Whose the lakes and rivers under every answer are: no answer rests on them, so that none names them. */
export const WATER_SOURCE = 'laghi e fiumi dello sfondo: GSHHG 2.3.7 (Wessel e Smith), LGPL-3';

/** What a rule of the act says of a subject, the most serious first. */
export const OUTCOME_WORDS = {
  non_conforme: { label: 'Non conforme', meaning: 'l’atto chiede altro' },
  non_dichiarato: { label: 'Non dichiarato', meaning: 'i dati non lo dicono: mai una violazione' },
  informativo: {
    label: 'Informativo',
    meaning: 'nulla è violato: una possibilità, o un criterio di pianificazione',
  },
  conforme: { label: 'Conforme', meaning: 'come chiede l’atto' },
};
export type Outcome = keyof typeof OUTCOME_WORDS;

/** Levels of the territory; comuni only with travel times. */
export const LEVEL_WORDS = {
  ambito: { one: 'Ambito', many: 'Ambiti' },
  distretto: { one: 'Distretto', many: 'Distretti' },
  ats: { one: 'ATS', many: 'ATS' },
  comune: { one: 'Comune', many: 'Comuni' },
};
export type Level = keyof typeof LEVEL_WORDS;
export type AreaLevel = Exclude<Level, 'comune'>;

/** All of them: no ATS is chosen. */
export const WHOLE_REGION = 'Tutta la Lombardia';

/** What a finding is about. */
export const SUBJECT_WORDS = {
  ambito: LEVEL_WORDS.ambito.one,
  distretto: LEVEL_WORDS.distretto.one,
  ats: LEVEL_WORDS.ats.one,
  rete: 'Rete',
  sede: 'Sede',
};
export type Subject = keyof typeof SUBJECT_WORDS;

/** Worst evidence for the membership of an area. */
const EVIDENCE_WORDS = {
  listed: { short: 'elencata', words: 'L’appartenenza dei comuni è elencata in una pagina pubblica.' },
  inferred: {
    short: 'dedotta',
    words: 'L’appartenenza di almeno un comune è dedotta, non elencata in una pagina pubblica.',
  },
  unverified: {
    short: 'non verificata',
    words: 'Per almeno un comune non si è trovato alcun elenco pubblico: l’appartenenza non è verificata.',
  },
};
export type EvidenceStatus = keyof typeof EVIDENCE_WORDS;
export const evidenceLabel = (status: EvidenceStatus): string => EVIDENCE_WORDS[status].short;
export const evidenceWords = (status: EvidenceStatus): string => EVIDENCE_WORDS[status].words;

/** Where travel times come from. */
const TRAVEL_WORDS = {
  stima: 'tempi stimati, non calcolati sulla rete stradale',
  rete: 'tempi calcolati sulla rete stradale',
  matrice: 'tempi dalla matrice caricata',
  server: 'tempi del server delle strade dell’ufficio',
};
export type TravelKind = keyof typeof TRAVEL_WORDS;
export const travelWords = (kind: TravelKind): string => TRAVEL_WORDS[kind];

/** Roles of the sedi, as the map names them. */
export const ROLE_WORDS = {
  hub: 'Hub',
  spoke: 'Spoke',
  non_dichiarato: 'Sede, ruolo non dichiarato',
};
export type SiteRole = keyof typeof ROLE_WORDS;

export type SiteStatus = 'active' | 'planned' | 'closed';

/** `comune` where only the comune is known and the sede stands at its seat. */
export type SitePrecision = 'punto' | 'comune';

const WHEELCHAIR_WORDS: Record<string, string> = {
  yes: 'accessibile',
  limited: 'accessibile in parte',
  no: 'non accessibile',
};

/** What is not declared is said so, never taken as a no. */
export const wheelchairWords = (value: string | null): string =>
  value === null || value === '' ? 'non dichiarata' : (WHEELCHAIR_WORDS[value] ?? value);

/** Hours that are not wholly read stand as they are written. */
export const unreadHours = (text: string): string => `non letti per intero: «${text}»`;

/** Sets of sedi; a set of another name is called by it. */
export const SET_WORDS: Record<string, string> = {
  dimostrative: 'Dimostrative (inventate)',
  note: 'Note da pagine pubbliche',
  mie: 'Le mie',
};
export const setWords = (name: string): string => SET_WORDS[name] ?? name;

/** What is proposed. */
export const SUGGESTION_WORDS = {
  spoke: { label: 'Nuovo Spoke proposto', short: 'Spoke' },
  hub: { label: 'Nuova manifestazione di interesse', short: 'Nuovo avviso' },
};
export type SuggestionKind = keyof typeof SUGGESTION_WORDS;

/** What the proposals look for. */
export const GOAL_WORDS = {
  units: 'Una sede in ogni area',
  get cover(): string {
    return `Più ${peopleMany()} nel limite`;
  },
  time: 'Meno minuti di viaggio',
};
export type Goal = keyof typeof GOAL_WORDS;

/** Whose residents count in a search for one ATS. */
export const COUNTED_WORDS = {
  get propri(): string {
    return `${capital(itsPeople())}`;
  },
  get tutte(): string {
    return `${capital(thePeople())} di tutte le ATS`;
  },
};
export type Counted = keyof typeof COUNTED_WORDS;

/** A proposal without which the goal loses nothing. */
export const NOT_NEEDED = 'non serve allo scopo';
export const NOT_NEEDED_SHORT = 'non serve';

/** How far a search went. */
export type SearchStatus = 'optimal' | 'feasible' | 'infeasible';

/** Whether a sede stands near enough to a road for isochrones to be drawn. */
export type SnapStatus = 'ok' | 'not_snapped';
