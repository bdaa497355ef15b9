import { atsWords } from './atsNames';
import { counted } from './numbers';
import { LEVEL_WORDS } from './words';

/** What the search of places offers, in the order of its groups. */
export const PLACE_WORDS = {
  comune: LEVEL_WORDS.comune,
  ambito: LEVEL_WORDS.ambito,
  distretto: LEVEL_WORDS.distretto,
  ats: LEVEL_WORDS.ats,
  sede: { one: 'Sede', many: 'Sedi' },
};
export type PlaceKind = keyof typeof PLACE_WORDS;

/** The box in which places are looked for. */
export const FIND_WORDS = {
  label: 'Trova un comune, un Ambito, un Distretto, un’ATS o una sede',
  hint: 'Trova comune, Ambito, sede…',
  loading: 'Si leggono i nomi…',
  failed: 'I nomi non sono arrivati: riprovare.',
  nothing: (text: string): string => `Nessun luogo e nessuna sede corrisponde a «${text}».`,
  found: (count: number): string =>
    `${counted(count, 'risultato', 'risultati')}: frecce per scorrere, Invio per aprire.`,
  open: (name: string): string => `Apri la scheda di ${name}`,
};

/** In the sheet of a comune, and of an area. */
export const OPEN_AREA = (level: string, name: string): string =>
  `Apri ${/^[AEIOU]/.test(level) ? 'l’' : 'il '}${level} ${name}`;
export const COMUNI_OF_AREA = (count: number): string => counted(count, 'comune', 'comuni');

/** Where a comune is. */
export const inAmbito = (ambito: string): string => `Ambito ${ambito}`;

/** Where a place that a list does not hold is found: `Nessuna riga qui: «Edolo» è un Comune dell’Ambito Valle Camonica.` */
export function elsewhereWords({ kind, name, ambito, ats }: Elsewhere): string {
  const what = { comune: 'un Comune', ambito: 'un Ambito', distretto: 'un Distretto', ats: 'un’ATS', sede: 'una sede' };
  const of = ambito ? ` dell’${inAmbito(ambito)}` : ats && kind !== 'ats' ? ` dell’${atsWords(ats)}` : '';
  return `Nessuna riga qui: «${name}» è ${what[kind]}${of}.`;
}

export interface Elsewhere {
  kind: PlaceKind;
  name: string;
  ambito: string | null;
  ats: string | null;
}
