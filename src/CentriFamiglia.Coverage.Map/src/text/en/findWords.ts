import type { Elsewhere } from '../it/findWords';
import { atsWords } from './atsNames';
import { counted } from './numbers';
import { LEVEL_WORDS } from './words';

export const PLACE_WORDS = {
  comune: LEVEL_WORDS.comune,
  ambito: LEVEL_WORDS.ambito,
  distretto: LEVEL_WORDS.distretto,
  ats: LEVEL_WORDS.ats,
  sede: { one: 'Sede', many: 'Sedi' },
};

export const FIND_WORDS = {
  label: 'Find a Comune, an Ambito, a Distretto, an ATS or a Sede',
  hint: 'Find Comune, Ambito, Sede…',
  loading: 'Reading the names…',
  failed: 'The names did not arrive: please try again.',
  nothing: (text: string): string => `No place and no Sede matches “${text}”.`,
  found: (count: number): string => `${counted(count, 'result', 'results')}: arrow keys to move, Enter to open.`,
  open: (name: string): string => `Open the sheet of ${name}`,
};

export const OPEN_AREA = (level: string, name: string): string => `Open ${level} ${name}`;
export const COMUNI_OF_AREA = (count: number): string => counted(count, 'Comune', 'Comuni');

export const inAmbito = (ambito: string): string => `Ambito ${ambito}`;

export function elsewhereWords({ kind, name, ambito, ats }: Elsewhere): string {
  const what = { comune: 'a Comune', ambito: 'an Ambito', distretto: 'a Distretto', ats: 'an ATS', sede: 'a Sede' };
  const of = ambito ? ` of ${inAmbito(ambito)}` : ats && kind !== 'ats' ? ` of ${atsWords(ats)}` : '';
  return `No row here: “${name}” is ${what[kind]}${of}.`;
}
