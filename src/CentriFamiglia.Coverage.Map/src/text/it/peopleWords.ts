import { countedPeople } from '../common/people';
import { counted } from './numbers';

/** Those whose travel is weighed: in a list of choices, one, many, and what a minute of one is called after. */
export const PEOPLE_WORDS = {
  residenti: { label: 'Residenti', one: 'residente', many: 'residenti', feminine: false, minute: 'residente' },
  famiglie: { label: 'Famiglie', one: 'famiglia', many: 'famiglie', feminine: true, minute: 'famiglia' },
  eta_0_14: { label: 'Bambini 0–14', one: 'bambino 0–14', many: 'bambini 0–14', feminine: false, minute: 'bambino' },
  eta_65_oltre: { label: 'Persone 65+', one: 'persona 65+', many: 'persone 65+', feminine: true, minute: 'persona' },
  indice: {
    label: 'Punti di bisogno',
    one: 'punto di bisogno',
    many: 'punti di bisogno',
    feminine: false,
    minute: 'punto',
  },
};

const people = () => PEOPLE_WORDS[countedPeople()];

/** `Residenti`, at the head of a figure. */
export const peopleLabel = (): string => people().label;

export const peopleMany = (): string => people().many;

/** `dei residenti`, `delle famiglie`. */
export const ofPeople = (): string => `${people().feminine ? 'delle' : 'dei'} ${people().many}`;

/** `sui residenti`, `sulle famiglie`. */
export const onPeople = (): string => `${people().feminine ? 'sulle' : 'sui'} ${people().many}`;

/** `nessun residente`, `nessuna famiglia`. */
export const noPeople = (): string => `${people().feminine ? 'nessuna' : 'nessun'} ${people().one}`;

/** `gli stessi residenti`, `le stesse famiglie`. */
export const samePeople = (): string => `${people().feminine ? 'le stesse' : 'gli stessi'} ${people().many}`;

/** `quanti residenti`, `quante famiglie`. */
export const howManyPeople = (): string => `${people().feminine ? 'quante' : 'quanti'} ${people().many}`;

/** `altri 12 residenti`, `altre 12 famiglie`. */
export const otherPeople = (value: number): string => `${people().feminine ? 'altre' : 'altri'} ${peopleWords(value)}`;

/** `dei residenti contati`, `delle famiglie contate`. */
export const ofCountedPeople = (): string => `${ofPeople()} ${people().feminine ? 'contate' : 'contati'}`;

/** `12 residenti`. */
export const peopleWords = (value: number): string => counted(value, people().one, people().many);

/** `12 minuti-residente`. */
export const peopleMinutes = (value: number): string =>
  counted(value, `minuto-${people().minute}`, `minuti-${people().minute}`);

/** `minuti-residente`. */
export const minutesOfPeople = (): string => `minuti-${people().minute}`;

/** `i suoi residenti`, `le sue famiglie`. */
export const itsPeople = (): string => `${people().feminine ? 'le sue' : 'i suoi'} ${people().many}`;

/** `i residenti`, `le famiglie`. */
export const thePeople = (): string => `${people().feminine ? 'le' : 'i'} ${people().many}`;

/** `tutti i residenti`, `tutte le famiglie`. */
export const allPeople = (): string => `${people().feminine ? 'tutte' : 'tutti'} ${thePeople()}`;

export const peopleOne = (): string => people().one;
