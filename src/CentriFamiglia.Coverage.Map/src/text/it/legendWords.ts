import { counted, formatCount } from './numbers';
import {
  itsPeople,
  minutesOfPeople,
  noPeople,
  ofPeople,
  onPeople,
  peopleLabel,
  peopleMany,
  peopleOne,
  peopleWords,
  thePeople,
} from './peopleWords';
import { LEVEL_WORDS, type Level } from './words';

/** What the legend says. */
export const LEGEND = {
  doors: 'Cerchi scuri: sedi aperte, le più vicine a qualche comune. Cerchi chiari: sedi dagli orari non noti.',
  ownPoints: 'I cerchi sono sedi e reti: il più grande è il più grave.',
  closing: 'Se chiude solo questa sede',
  open: (moment: string): string => `Una sede aperta, ${moment}`,
  catchments: 'Le proposte e i loro bacini',
  worst: (level: Level): string => `Il più grave per ${LEVEL_WORDS[level].one}`,
  verdict: (level: Level): string => `Verdetto per ${LEVEL_WORDS[level].one}`,
  minutes: (statistic: string): string => `Minuti (${statistic.toLowerCase()}) dalla sede più vicina`,
  change: (level: Level): string => `Che cosa cambia per ${LEVEL_WORDS[level].one}`,
  beyondClass: 'oltre il limite della sua classe',
  beyondShare: (percent: number): string => `oltre il ${percent} % ${ofPeople()} oltre il limite`,
  unreachable: 'non raggiungibile o senza dati',
  fixed: 'Classi fisse: le stesse per ogni livello e ogni ATS.',
  quantiles: 'Quantili: circa lo stesso numero di righe in ogni classe.',
  inClass: (residents: number, comuni: number): string =>
    `${peopleWords(residents)} · ${counted(comuni, 'comune', 'comuni')}`,
  moreProposals: (more: number): string => `e ${counted(more, 'altra', 'altre')}, nella tabella`,
  noneNearer: 'nessuna proposta è più vicina',
};

/** What the map says of what is pointed at. */
export const POINTED = {
  noOpen: 'nessuna sede aperta',
  nearestOpen: (minutes: string): string => `sede aperta più vicina: ${minutes}`,
  open: 'aperta',
  unknownHours: 'orari non noti per intero',
  networks: (networks: number): string => counted(networks, 'rete', 'reti'),
  towards: (sede: string, before: string, after: string): string => `verso ${sede}: ${before} → ${after}`,
};

/** What the panel says above its list, view by view. */
export const OVERVIEW = {
  proposals: 'Come sono scelte',
  fragility: 'Se una sede chiude',
  measure: 'Che cosa misura',
  lowerIsBetter: ' Valori più bassi: accesso migliore.',
  higherIsBetter: ' Valori più alti: accesso migliore.',
  inequality: (indices: string): string => `Disuguaglianza fra tutti i comuni, pesati ${onPeople()}: ${indices}.`,
  theilBetween: 'Theil, fra gli Ambiti',
  theilWithin: 'Theil, dentro gli Ambiti',
  reach: (where: string | null): string =>
    `${peopleLabel()} con una sede entro i minuti indicati: ${where ?? 'Lombardia'}`,
  get reachTable(): string {
    return `${peopleLabel()} e comuni entro i minuti indicati`;
  },
  doors: (open: number, closed: number, uncertain: number): string =>
    `${counted(open, 'sede aperta', 'sedi aperte')}, ${counted(closed, 'chiusa', 'chiuse')}, ${formatCount(uncertain)} dagli orari non noti, in tutta la regione.`,
  anOpenSede: 'Una sede aperta',
  ordinaryWeek: 'Settimana ordinaria, senza festività; il viaggio non sposta l’ora.',
  hoursUndeclared: 'Orario non dichiarato',
  hoursUnread: 'Orario non letto',
  hoursInPart: 'Orario letto in parte',
  uncounted: 'Sedi che non contano né come aperte né come chiuse',
  oneAtATime: 'Ogni sede è chiusa da sola, con tutte le altre aperte: le cifre di due sedi non si sommano.',
  harmless: (sedi: number): string =>
    sedi === 0
      ? `La chiusura di ogni sede allontana qualche ${peopleOne()}.`
      : `La chiusura di ${counted(sedi, 'sede', 'sedi')} non allontana ${noPeople()}.`,
  wholeRegion: 'Gli effetti e la posizione sono di tutta la regione.',
  amongAll: (ats: string): string => `La posizione è fra le sedi dell’${ats}; contano ${thePeople()} di tutte le ATS.`,
  amongOwn: (ats: string): string =>
    `La posizione è fra le sedi dell’${ats}; contano ${itsPeople()}, e chi altrove andrebbe oltre il limite sta a parte, nella scheda.`,
  act: 'Atto',
  differences: 'Differenze',
  ofAts: (known: number, all: number): string => `di ${formatCount(known)} ATS su ${formatCount(all)}`,
};

/** How much each further Spoke is worth. */
export const CURVE = {
  seeking: 'Si calcola quanto vale ogni Spoke in più…',
  minutes: 'Minuti medi con N nuovi Spoke',
  get residents(): string {
    return `${peopleLabel()} entro il limite con N nuovi Spoke`;
  },
  label: (title: string, first: string, x: number, last: string, lastX: number): string =>
    `${title}: da ${first} con ${formatCount(x)} a ${last} con ${formatCount(lastX)}.`,
  axis: 'nuovi Spoke',
  tooShort: 'Con i vincoli chiesti la curva non ha due punti da unire.',
  title: 'Quanto vale ogni Spoke',
  within: 'Nel limite',
  gain: 'Guadagno',
  enter: 'Entrano',
  leave: (names: string): string => `(escono: ${names})`,
  choice: 'Scelta',
  note: (isTime: boolean, unproved: number): string =>
    `Guadagno: ${isTime ? `${minutesOfPeople()} risparmiati` : `${peopleMany()} in più entro il limite`} dall’ultimo Spoke. ` +
    `Ogni punto è una scelta a sé${unproved > 0 ? `; ${counted(unproved, 'non è dimostrato', 'non sono dimostrati')}` : ', dimostrata'}.`,
  none: 'nessuna',
  proved: 'dimostrata',
  found: 'trovata',
  gap: (percent: string): string => `scarto massimo ${percent}`,
};

/** The figures to read under the headline. */
export const INDICATOR = {
  get beyond(): string {
    return `${peopleLabel()} oltre il limite`;
  },
  of: (judged: number, unknown: number): string => ` su ${formatCount(judged)}${unknown > 0 ? ' noti' : ''}`,
  cannotSay: 'non si può dire',
  unknown: (unknown: number): string => counted(unknown, 'non noto', 'non noti'),
  ofCounted: ' dei contati',
  ninety: (minutes: string): string => `90 % entro ${minutes}`,
  notComputed: 'non calcolato',
};
