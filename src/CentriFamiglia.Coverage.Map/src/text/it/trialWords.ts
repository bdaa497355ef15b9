import { atsWords } from './atsNames';
import { formatCount } from './numbers';
import { ofCountedPeople, ofPeople, peopleLabel, peopleMany } from './peopleWords';

/** What a trial changes, and what it comes to, in sentences. */
export const TRIAL = {
  in: (comune: string): string => ` a ${comune}`,
  network: (id: string): string => `rete ${id}`,
  added: (role: string, id: string, where: string, network: string | null): string =>
    `Nuovo ${role} ${id}${where}, ${network ?? 'senza rete'}`,
  closes: (name: string, where: string): string => `Chiude ${name}${where}`,
  moves: (name: string, where: string): string => `${name} si sposta${where}`,
  itMoves: (where: string): string => `si sposta${where}`,
  itsHours: (hours: string): string => `orari ${hours}`,
  headline: (within: string, ambiti: string): string =>
    `${peopleLabel()} entro il limite: ${within}; Ambiti con una sede: ${ambiti}.`,
  verdict: (area: string, before: string, after: string): string => `${area}: da «${before}» a «${after}».`,
  load: (name: string, spokes: string, most: number, isOver: boolean, hours: string, isLost: boolean): string =>
    `${name}: ${spokes} Spoke su ${most}${isOver ? ' (oltre il massimo, criterio di pianificazione)' : ''}; ` +
    `aperta ${hours} ore a settimana${isLost ? '; resta senza Hub' : ''}.`,
  fundUnknown: (ats: string): string => `${atsWords(ats)}: quanto resta del Fondo non è noto.`,
  fundNow: (ats: string, after: string): string =>
    `${atsWords(ats)}: del Fondo restano ${after}; oggi non è noto quanto.`,
  fund: (ats: string, left: string): string => `${atsWords(ats)}: del Fondo restano ${left}.`,
  fundLess: (ats: string, before: string, spokes: number): string =>
    `${atsWords(ats)}: del Fondo restano ${before}, meno ${spokes === 1 ? 'lo' : spokes} Spoke in più, di costo non indicato.`,
  noOutcome: 'nessun esito',
  get ofCounted(): string {
    return ofCountedPeople();
  },
  get ofAll(): string {
    return ofPeople();
  },
  without: (figure: string): string => `senza: ${figure}`,
  toNearest: 'alla sede più vicina',
  get uncounted(): string {
    return `${peopleMany()} che nessuna cifra conta`;
  },
  afterGrants: 'dopo i contributi delle reti',
  site: (id: string): string => `Sede di prova ${id}`,
  closedHere: 'chiusa nella prova',
};

/** What the panel of a trial and the sheet of a sede in it offer. */
export const TRIAL_TOOLS = {
  hint: 'Aggiungere uno Spoke, oppure trascinare una sede sulla mappa o aprirne la scheda.',
  point: 'Aggiungi uno Spoke sulla mappa',
  undo: 'Annulla',
  redo: 'Ripeti',
  full: (steps: number): string => `Si annullano gli ultimi ${steps} passi: i più vecchi non si riprendono più.`,
  empty: 'Azzera',
  emptied: 'Prova azzerata',
  save: 'Salva come file',
  load: 'Carica un file',
  orIn: 'Oppure in un comune',
  addHere: 'Aggiungi qui',
  remove: 'Togli',
  removeThis: (words: string): string => `Togli: ${words}`,
  removed: (words: string): string => `Tolta la modifica: ${words}`,
  title: 'Nella prova',
  isClosed: 'La sede è chiusa nella prova.',
  example: 'per esempio lun-ven 9-13',
  moveTo: 'Sposta in un comune',
  move: 'Sposta',
  close: 'Chiudi',
  restore: 'Ripristina',
  hoursChanged: (name: string): string => `${name}: orari cambiati`,
  networkChanged: (name: string): string => `${name}: rete cambiata`,
  moved: (name: string): string => `${name} spostata`,
  closed: (name: string): string => `${name} chiusa`,
  asBefore: (name: string): string => `${name} come prima`,
  dropped: 'Sede spostata',
  added: (id: string): string => `Aggiunto lo Spoke ${id}`,
  undone: 'Annullato',
  redone: 'Ripetuto',
  loaded: (file: string): string => `Caricata la prova ${file}`,
  noTrialIn: (file: string): string => `${file} non contiene una prova.`,
  noTrialCure: 'Caricare un file salvato da qui, o per «coverage what-if».',
  notComputed: 'La prova non è stata calcolata.',
  notComputedCure: 'Annullare l’ultima modifica, o riprovare.',
  verdicts: 'Verdetti che cambiano',
  noVerdict: 'Nessun verdetto cambia.',
  networksAndFund: 'Reti e Fondo',
  findings: (count: number): string => `Rilievi che cambiano: ${formatCount(count)}`,
};
