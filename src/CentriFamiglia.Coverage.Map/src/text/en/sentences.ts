import { atsWords } from './atsNames';
import { peopleWords } from './peopleWords';

export const NOT_KNOWN = 'the Sedi are not known';
export const NOT_COMPLETE = 'the list of Sedi is not complete';

export const residentsWords = peopleWords;

export const sentence = (ats: string | null, text: string): string => {
  const whole = ats === null ? text : `In ${atsWords(ats)} ${text}`;
  return whole.charAt(0).toUpperCase() + whole.slice(1);
};
