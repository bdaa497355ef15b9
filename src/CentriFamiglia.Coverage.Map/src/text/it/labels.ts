import { countedPeople } from '../common/people';
import { formatCount } from './numbers';
import { minutesOfPeople, ofPeople, PEOPLE_WORDS, peopleLabel } from './peopleWords';

/** What figures, facts and columns are called wherever they stand. */
export const LABEL = {
  get residents(): string {
    return peopleLabel();
  },
  inhabitants: 'Residenti',
  comuni: 'Comuni',
  get beyondLimit(): string {
    return `${peopleLabel()} oltre il limite`;
  },
  comuniBeyond: 'Comuni oltre il limite',
  meanTravel: 'Viaggio medio',
  get ninety(): string {
    return `90 % ${ofPeople()} entro`;
  },
  ambitiWithSede: 'Ambiti con una sede',
  withSede: (many: string): string => `${many} con una sede`,
  freeFund: 'Fondo libero',
  fund: 'Fondo regionale',
  fundShare: 'Quota del Fondo',
  minutes: 'Minuti',
  meanMinutes: 'Minuti medi',
  time: 'Tempo',
  road: 'Strada',
  hour: 'Ora',
  day: 'Giorno',
  hours: 'Orari',
  months: 'Mesi',
  limit: 'Limite',
  within: 'Entro',
  outcome: 'Esito',
  verdict: 'Verdetto',
  value: 'Valore',
  share: 'Quota',
  note: 'Nota',
  source: 'Fonte',
  level: 'Livello',
  sede: 'Sede',
  sedi: 'Sedi',
  network: 'Rete',
  networks: 'Reti',
  proposals: 'Proposte',
  grant: 'Contributo',
  area: 'Area',
  rule: 'Regola',
  cure: 'Rimedio',
  why: 'Perché',
  figures: 'Cifre',
  order: 'Ordine',
  catchment: 'Bacino',
  get gained(): string {
    return `${peopleLabel()} ${PEOPLE_WORDS[countedPeople()].feminine ? 'guadagnate' : 'guadagnati'}`;
  },
  get saved(): string {
    return `${capital(minutesOfPeople())} risparmiati`;
  },
  get moreMinutes(): string {
    return `${capital(minutesOfPeople())} in più`;
  },
  get perHour(): string {
    return `${peopleLabel()} per ora di apertura`;
  },
  secondChoice: 'Seconda scelta',
  areasWithout: 'Aree senza sede',
  whatChanges: 'Che cosa cambia',
  demonstration: 'Dimostrativo',
  nearestMinutes: 'Minuti dalla sede più vicina',
};

/** What stands in the place of a value. */
export const SAID = {
  unreachable: 'non raggiungibile',
  noValue: 'senza valore',
  noData: 'senza dati',
  sediUnknown: 'sedi non note',
  unknown: (figure: string): string => `non noti: ${figure}`,
  notKnown: 'non noti',
  none: 'nessuna',
  noAmbito: 'nessuno',
  noNetwork: 'senza rete',
  networkUndeclared: 'non dichiarata',
  managerUndeclared: 'non dichiarato',
  hoursUndeclared: 'non dichiarati',
  weeklyUndeclared: 'non dichiarate',
  place: (at: number): string => `${formatCount(at)}ª`,
  minutesWithin: (minutes: string): string => `entro ${minutes} minuti`,
  /** A text that someone wrote, or that the act says. */
  quoted: (text: string): string => `«${text}»`,
};

/** Classes of values, by their bounds. */
export const CLASS_WORDS = {
  percent: (label: string): string => `${label} %`,
  all: 'tutti',
  zero: 'zero',
  nobody: 'nessuno',
  above: (bound: string): string => `oltre ${bound}`,
  upTo: (bound: string): string => `fino a ${bound}`,
  between: (above: string, upTo: string): string => `da ${above} a ${upTo}`,
};

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
