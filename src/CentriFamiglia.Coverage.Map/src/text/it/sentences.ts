import { atsWords } from './atsNames';
import { peopleWords } from './peopleWords';

/** Why something cannot be said. */
export const NOT_KNOWN = 'le sedi non sono note';
export const NOT_COMPLETE = 'l’elenco delle sedi non è completo';

/** Residents, or whoever is weighed in their place. */
export const residentsWords = peopleWords;

/** A sentence, of the ATS chosen where one is. */
export const sentence = (ats: string | null, text: string): string => {
  const whole = ats === null ? text : `Nell’${atsWords(ats)} ${text}`;
  return whole.charAt(0).toUpperCase() + whole.slice(1);
};
