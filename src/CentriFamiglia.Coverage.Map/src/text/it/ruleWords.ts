import { formatCount } from './numbers';

/** What each rule of the act is about, in few words: the clause itself is the service's. */
const RULE_TITLES: Record<string, string> = {
  R1: 'Una sede in ogni Ambito e Distretto',
  R2: 'Un solo Hub per rete, ogni Spoke in una rete',
  R3: 'Più sedi per ogni Hub',
  R4: 'Dove aprire un nuovo Spoke',
  R5: 'Presenza di una sede, o competenza di un Hub',
  R6: 'Dove serve un nuovo Hub',
  R7: 'Servizi dell’Hub e degli Spoke',
  R8: 'Le 18 ore settimanali',
  R9: 'Spazi e accessibilità',
  R10: 'Accesso da un Hub o da uno Spoke',
  R11: 'Orari e recapiti resi noti',
  R12: 'Riparto del Fondo',
  R13: 'Analisi della copertura',
  R14: 'Lettura comune con la Cabina di Regia',
  R15: 'Tetto e durata del contributo',
  R16: 'Criteri per il contributo',
  R17: 'Azioni di sistema con ciò che resta',
  R18: 'Azione per i caregiver',
};
export const ruleTitle = (rule: string): string => RULE_TITLES[rule] ?? '';

export const GROUP_WORDS = {
  title: 'Rilievi per regola',
  cure: 'Rimedio',
  noAts: 'Senza ATS',
  /** Behind the rest: what is only not declared. */
  undeclared: (count: number, alone: boolean): string => {
    if (count === 1) return alone ? '1 non dichiarato' : 'un altro non dichiarato';
    return `${alone ? '' : 'altri '}${formatCount(count)} non dichiarati`;
  },
  conforming: (count: number): string => `${formatCount(count)} ${count === 1 ? 'conforme' : 'conformi'}`,
  wrong: (count: number): string => `${formatCount(count)} ${count === 1 ? 'non conforme' : 'non conformi'}`,
  informative: (count: number): string => `${formatCount(count)} ${count === 1 ? 'informativo' : 'informativi'}`,
};
