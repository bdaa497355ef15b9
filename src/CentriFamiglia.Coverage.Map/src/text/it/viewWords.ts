import { peopleMany } from './peopleWords';
import { VERDICT_WORDS } from './words';

/** Words of the map's own: what the address of the page writes, and what people read. */
export const THEME_WORDS = {
  copertura: 'Copertura',
  tempi: 'Tempi di viaggio',
  misure: 'Misure',
  orari: 'Orari',
  proposte: 'Proposte',
  rilievi: 'Rilievi',
  fragilita: 'Fragilità',
  risorse: 'Risorse',
  progettualita: 'Progettualità',
  prova: 'Prova',
  decisioni: 'Decisioni',
};
export type Theme = keyof typeof THEME_WORDS;

export const STATISTIC_WORDS = { mediana: 'Mediana', media: 'Media' };
export type Statistic = keyof typeof STATISTIC_WORDS;

export const CLASSING_WORDS = { fisse: 'Fisse', quantili: 'Quantili' };
export type Classing = keyof typeof CLASSING_WORDS;

export const DAY_WORDS = {
  lun: 'Lunedì',
  mar: 'Martedì',
  mer: 'Mercoledì',
  gio: 'Giovedì',
  ven: 'Venerdì',
  sab: 'Sabato',
  dom: 'Domenica',
};
export type Day = keyof typeof DAY_WORDS;

/** Whether a comune reaches an open door within its limit. */
export const REACH_WORDS = {
  entro: { label: 'Entro il limite', meaning: 'una sede aperta con certezza' },
  forse: { label: 'Forse', meaning: 'solo se è aperta una sede dagli orari non noti' },
  oltre: { label: 'Oltre il limite', meaning: 'nessuna sede aperta abbastanza vicina' },
  ignoto: { label: 'Non si può dire', meaning: 'il limite o i tempi non sono noti' },
  nonNoto: VERDICT_WORDS.NON_CARICATO,
};
export type Reach = keyof typeof REACH_WORDS;

/** How much is lost if a sede closes. */
export const WEIGHT_WORDS = {
  critica: 'Fra le dieci più critiche',
  get conta(): string {
    return `La chiusura allontana ${peopleMany()}`;
  },
  nulla: 'La chiusura non cambia nulla',
};
export type Weight = keyof typeof WEIGHT_WORDS;

/** What the surfaces of a trial show. */
export const COLOURING_WORDS = { prova: 'Con la prova', oggi: 'Oggi', differenza: 'Differenza' };
export type Colouring = keyof typeof COLOURING_WORDS;

/** What today is compared with: sedi that are tried by hand, those that the program proposes, or another day, set of sedi, rules. */
export const AGAINST_WORDS = { prova: COLOURING_WORDS.prova, proposte: 'Con le proposte', altro: 'Altra situazione' };
export type Against = keyof typeof AGAINST_WORDS;

/** A state of the map, or what sets two of them apart. */
export const STATE_WORDS = { ...COLOURING_WORDS, ...AGAINST_WORDS };
export type StateChoice = keyof typeof STATE_WORDS;

/** What a trial changes for an area or a comune. */
export const SHIFT_WORDS = {
  guadagna: { label: 'Guadagna', meaning: 'una sede, o il limite rispettato' },
  meglio: { label: 'Più vicino', meaning: 'meno minuti, a parità di giudizio' },
  uguale: { label: 'Non cambia', meaning: 'né il giudizio né i minuti' },
  peggio: { label: 'Più lontano', meaning: 'più minuti, a parità di giudizio' },
  perde: { label: 'Perde', meaning: 'la sede, o il limite rispettato' },
  ignoto: { label: 'Non si confronta', meaning: 'non noto da una delle due parti' },
};
export type Shift = keyof typeof SHIFT_WORDS;

/** Said wherever a trial is shown. */
export const NOTHING_STORED = 'È una prova: nulla è scritto nell’archivio.';

/** Said wherever a figure rests on the travel limit. */
export const LIMIT_IS_A_CRITERION = 'Il limite è un criterio di pianificazione, non previsto dall’atto.';
