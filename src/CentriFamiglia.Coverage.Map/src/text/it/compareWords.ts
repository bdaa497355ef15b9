import { atsWords } from './atsNames';
import { counted } from './numbers';
import { ofPeople, peopleMany, samePeople } from './peopleWords';

/** The switch between two states of a view. */
export const SWITCH = {
  label: 'Stato mostrato',
  beside: 'Affianca',
  besideMeaning: 'I due stati sulla mappa, con un divisorio fra loro',
};

/** The name of a state within a sentence: `oggi`, `con le proposte`, `al 30 giugno 2024`. */
export const within = (name: string): string => name.charAt(0).toLowerCase() + name.slice(1);

/** What lies on each side of the divider. */
export const besideWords = (left: string, right: string): string =>
  `a sinistra ${within(left)}, a destra ${within(right)}`;

/** What sets two states apart. */
export const differenceOf = (both: string): string => `la differenza fra ${both}`;

export const todayAnd = (name: string): string => `oggi e ${within(name)}`;

/** Read in the place of `before → after`, whose arrow says nothing to a screen reader. */
export function spokenPair(figure: string, from: number | null, to: number | null): string {
  const [before, after] = figure.split(' → ');
  if (after === undefined) return `${figure}, come oggi`;
  const way = from === null || to === null ? '' : to > from ? ', aumenta' : ', diminuisce';
  return `da ${before} a ${after}${way}`;
}

/** Why a difference is not given. */
export const notComparable = (): string => `non si confronta: oggi di una parte ${ofPeople()} non si sa nulla`;

/** What the program would do with as many Spokes. */
export const RIVAL = {
  press: 'Confronta con le proposte del programma',
  title: (spokes: number, ats: string | null): string =>
    `Con ${counted(spokes, 'nuovo Spoke', 'nuovi Spoke')}${ats === null ? '' : ` nell’${atsWords(ats)}`}`,
  heads: ['', 'Oggi', 'La prova', 'Le proposte'],
  where: 'Dove',
  seeking: 'Si cercano le proposte del programma…',
  noSpoke: 'Aggiungere prima almeno uno Spoke: il programma ne propone altrettanti.',
  fewer: (found: number, asked: number): string => `Il programma ne trova ${found} su ${asked}.`,
  others: 'La prova sposta, chiude o cambia anche altre sedi: le proposte partono da quelle di oggi.',
  proved: (): string => `Le proposte: nessuna altra scelta porta più ${peopleMany()} entro il limite (dimostrato).`,
  unproved: 'Le proposte sono la migliore scelta trovata, non dimostrata.',
  same: (): string => `Prova e proposte portano entro il limite ${samePeople()}.`,
  better: (residents: string): string => `Le proposte portano entro il limite ${residents} più della prova.`,
  worse: (residents: string): string => `La prova porta entro il limite ${residents} più delle proposte.`,
};

/** The search has no answer, and the service does not say why. */
export const NO_PROGRAM = 'Le proposte non sono state calcolate: riprovare fra poco.';

/** In a sheet, where the other state changes nothing. */
export const UNCHANGED = (name: string): string => `${name} nulla cambia qui.`;
