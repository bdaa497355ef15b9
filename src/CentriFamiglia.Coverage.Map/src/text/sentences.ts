import { atsWords } from './atsNames';
import { counted } from './numbers';

/** Why something cannot be said. */
export const NOT_KNOWN = 'le sedi non sono note';
export const NOT_COMPLETE = 'l’elenco delle sedi non è completo';

export const residentsWords = (value: number): string => counted(value, 'residente', 'residenti');

/** A sentence, of the ATS chosen where one is. */
export const sentence = (ats: string | null, text: string): string => {
  const whole = ats === null ? text : `Nell’${atsWords(ats)} ${text}`;
  return whole.charAt(0).toUpperCase() + whole.slice(1);
};
