import { atsWords } from './atsNames';
import { counted } from './numbers';
import { type Against, STATE_WORDS, type StateChoice } from './viewWords';

/** The switch between two states of a view. */
export const SWITCH = {
  label: 'Stato mostrato',
  beside: 'Affianca',
  besideMeaning: 'I due stati sulla mappa, con un divisorio fra loro',
};

/** The name of a state within a sentence: `oggi`, `con le proposte`. */
export const stateName = (choice: StateChoice): string => STATE_WORDS[choice].toLowerCase();

/** What lies on each side of the divider. */
export const besideWords = (left: StateChoice, right: StateChoice): string =>
  `a sinistra ${stateName(left)}, a destra ${stateName(right)}`;

export const todayAndWith = (by: Against): string => `oggi e ${stateName(by)}`;

/** Read in the place of `before → after`, whose arrow says nothing to a screen reader. */
export function spokenPair(figure: string, from: number | null, to: number | null): string {
  const [before, after] = figure.split(' → ');
  if (after === undefined) return `${figure}, come oggi`;
  const way = from === null || to === null ? '' : to > from ? ', aumenta' : ', diminuisce';
  return `da ${before} a ${after}${way}`;
}

/** Why a difference is not given. */
export const NOT_COMPARABLE = 'non si confronta: oggi di altri residenti non si sa nulla';

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
  proved: 'Le proposte: nessuna altra scelta porta più residenti entro il limite (dimostrato).',
  unproved: 'Le proposte sono la migliore scelta trovata, non dimostrata.',
  same: 'Prova e proposte portano entro il limite gli stessi residenti.',
  better: (residents: string): string => `Le proposte portano entro il limite ${residents} più della prova.`,
  worse: (residents: string): string => `La prova porta entro il limite ${residents} più delle proposte.`,
};

/** The search has no answer, and the service does not say why. */
export const NO_PROGRAM = 'Le proposte non sono state calcolate: riprovare fra poco.';

/** In a sheet, where the other state changes nothing. */
export const UNCHANGED = (by: Against): string => `${STATE_WORDS[by]} nulla cambia qui.`;
