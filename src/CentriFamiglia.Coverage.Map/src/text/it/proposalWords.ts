import { counted, formatCount, formatExact } from './numbers';
import { noPeople, ofPeople, peopleMany, peopleMinutes, peopleOne, peopleWords, samePeople } from './peopleWords';

/** The choices of a search that most do without: their label, their unit, and what is meant where none is made. */
export const KNOB_WORDS = {
  limit: { label: 'Limite di viaggio', unit: 'minuti', usual: 'secondo la classe' },
  reach: { label: 'Portata dell’Hub', unit: 'minuti', usual: '40' },
  spokeCost: { label: 'Costo di uno Spoke', unit: '€', usual: 'non indicato' },
  budget: { label: 'Spesa massima', unit: '€', usual: 'nessuna' },
  share: {
    label: 'Quota da raggiungere',
    get unit(): string {
      return `% ${ofPeople()}`;
    },
    usual: 'nessuna',
  },
  timeLimit: { label: 'Tempo di calcolo', unit: 'secondi', usual: 'quanto serve' },
};

export const ATS_BUDGET_WORDS = {
  no: 'Senza limite',
  assegnazione: 'La sua assegnazione',
  libero: 'Ciò che ne resta libero',
};

export const KNOBS = {
  more: (count: number): string => (count === 0 ? 'Altre scelte' : `Altre scelte (${formatCount(count)})`),
  both: 'Ambiti e Distretti insieme',
  balance: 'Spoke divisi fra le ATS in proporzione a chi si conta',
  atsBudget: 'Spesa di ogni ATS',
  fixed: 'Comunque in questi comuni',
  onlyIn: 'Solo in questi comuni',
  notIn: 'Mai in questi comuni',
  add: 'Aggiungi',
  remove: (name: string): string => `Togli ${name}`,
  clear: 'Togli tutte',
  notAComune: 'Scegliere un comune dell’elenco.',
  range: (least: number, most: number, decimals: number): string =>
    `Scrivere un numero${decimals === 0 ? ' intero' : ''} tra ${formatExact(least)} e ${formatExact(most)}.`,
  unpriced: 'Non conta finché non si indica il costo di uno Spoke.',
};

/** Parts of a search, while they are computed. */
export const PART_WORDS = {
  proposte: 'Ricerca delle proposte',
  bacini: 'Ricerca dei bacini',
  curva: 'Calcolo della curva',
};

export const SEARCH = {
  running: (part: keyof typeof PART_WORDS): string => `${PART_WORDS[part]} in corso`,
  waiting: (ahead: number): string =>
    ahead === 0 ? 'la prossima' : `${counted(ahead, 'ricerca', 'ricerche')} prima di questa`,
  progress: (done: number, total: number): string => `${formatCount(done)} di ${formatCount(total)}`,
  seconds: (seconds: number): string => `${formatCount(seconds)} s`,
  stop: 'Annulla',
  again: 'Cerca di nuovo',
  stopped: 'Ricerca annullata.',
  full: (seconds: number): string =>
    `La coda delle ricerche è piena: nuovo tentativo tra ${counted(seconds, 'secondo', 'secondi')}.`,
  failed: 'La ricerca non è riuscita.',
  retry: (seconds: number): string => `Nuovo tentativo tra ${counted(seconds, 'secondo', 'secondi')}.`,
  stale: 'in calcolo',
  left: 'di una ricerca precedente',
};

export const gainsNobody = (): string => `non guadagna ${peopleMany()}`;
export const GAINS_NOBODY_SHORT = 'nessuno';
export const TRY_OUT = 'Porta in Prova';
export const NOT_HERE = 'Non proporre qui';
export const HERE_ANYHOW = 'Proponi comunque qui';
export const NOT_ANYHOW = 'Togli da «comunque qui»';
export const eurosPerPerson = (): string => `EUR per ${peopleOne()} in più`;
export const ASKED_FOR = 'Perché qui';
export const ASKED_FOR_MEANING = 'chiesta comunque, qualunque cosa porti';
export const HERE_AGAIN = 'Proponi anche qui';
export const ONLY_HERE = 'Proponi solo qui';
export const NOT_ONLY_HERE = 'Togli da «solo qui»';
export const NOTHING_PROPOSED = 'Nessuna nuova sede proposta';
export const SEEKING = 'Le proposte si stanno calcolando.';
export const CHOOSE_SPOKES = (spokes: number): string => `Scegli ${counted(spokes, 'Spoke', 'Spoke')}`;
export const CATCHMENT = 'Bacino di una proposta';
export const CATCHMENT_MEANING = 'i comuni che la avrebbero come sede più vicina';
export const TO_ITS_HUB = 'Dal nuovo Spoke al suo Hub, con i minuti';

/** What is lost where one proposal alone is missing. */
export function lossWords(residents: number | null, minutes: number | null): string {
  const travel = minuteWords(minutes ?? 0);
  if ((residents ?? 0) > 0) {
    const back = Math.round(residents ?? 0) === 1 ? 'tornerebbe' : 'tornerebbero';
    return `Senza questa proposta ${peopleWords(residents ?? 0)} ${back} oltre il limite${travel ? `, con ${travel}` : ''}.`;
  }
  return `Senza questa proposta ${noPeople()} tornerebbe oltre il limite${travel ? `, ma con ${travel}` : ''}.`;
}

/** What comes in its place, and at what price. */
export function secondWords(name: string | null, fewer: number | null, minutes: number | null): string {
  if (name === null) return 'Nessun altro comune può prendere il suo posto.';
  const reached =
    (fewer ?? 0) > 0 ? `${peopleWords(fewer ?? 0)} in meno entro il limite` : `con ${samePeople()} entro il limite`;
  const travel = minuteWords(minutes ?? 0);
  return `Al suo posto verrebbe ${name}: ${[reached, travel].filter(Boolean).join(' e ')}.`;
}

const minuteWords = (minutes: number): string =>
  Math.round(minutes) === 0 ? '' : `${peopleMinutes(Math.abs(minutes))} in ${minutes < 0 ? 'meno' : 'più'}`;

/** A network and its load: `Rete dimostrativa Bergamo BG01: 5 Spoke su 8`. */
export const loadWords = (network: string, spokes: number, most: number): string =>
  `${network}: ${counted(spokes, 'Spoke', 'Spoke')} su ${formatCount(most)}`;

/** Who would have a proposal for the nearest sede. */
export const catchmentWords = (comuni: number, residents: number): string =>
  `${counted(comuni, 'comune', 'comuni')}, ${peopleWords(residents)}`;

/** In how many of the choices that are as good a comune stands. */
export const heldWords = (held: number, all: number): string =>
  held === all
    ? `Sta anche ${all === 1 ? 'nell’altra scelta' : `in tutte le altre ${formatCount(all)} scelte`} di pari valore.`
    : `Manca in ${formatCount(all - held)} delle ${formatCount(all)} altre scelte di pari valore: lì c’è un altro comune.`;
