import { counted, formatCount } from './numbers';
import { SUGGESTION_WORDS } from './words';

/** The view of the decisions: scenarios, frozen analyses, what is decided of each proposal. */
export const DESK = {
  section: 'Scenari, analisi e decisioni',
  reading: 'Si leggono scenari e analisi…',
  failed: 'Scenari e analisi non si sono potuti leggere.',
  notDone: 'Non è stato fatto nulla.',
  cancel: 'Annulla',
  of: (who: string, when: string): string => `${who}, ${when}`,
  first: 'Primo',
  second: 'Secondo',
  compare: 'Confronta',
  chooseTwo: 'Scegliere due voci diverse.',
  today: 'Oggi',
  nothing: 'niente',
};

export const SCENARIOS = {
  title: 'Scenari',
  none: 'Nessuno scenario. Si fa una prova nella vista Prova, e la si salva con «Salva come scenario».',
  toTrial: 'Vai a Prova',
  changes: (count: number): string => counted(count, 'modifica', 'modifiche'),
  noLine: 'non detta',
  open: 'Apri in Prova',
  apply: 'Applica',
  archive: 'Archivia',
  about: (act: string, name: string): string => `${act}: ${name}`,
  applyAsk: (name: string, changes: number): string =>
    `Applicare «${name}»? ${counted(changes, 'modifica entra', 'modifiche entrano')} nell’archivio; lo scenario non si potrà più cambiare.`,
  applied: (name: string): string => `«${name}» è nell’archivio.`,
  archiveAsk: (name: string): string =>
    `Archiviare «${name}»? Si potrà leggere e confrontare, non più cambiare né applicare.`,
  archived: (name: string): string => `«${name}» è archiviato.`,
  conflicts: (count: number): string =>
    `${counted(count, 'campo è cambiato', 'campi sono cambiati')} nell’archivio da quando lo scenario è stato scritto. Chi vale?`,
  conflictHeads: ['Campo', 'Era', 'Archivio', 'Scenario'],
  conflictTable: 'Conflitti fra scenario e archivio',
  prevails: { scenario: 'Vale lo scenario', archivio: 'Vale l’archivio' },
  compareTitle: 'Due scenari a confronto',
  compareTable: 'Oggi, il primo e il secondo scenario',
  spending: 'Spesa per linea',
  region: 'Lombardia',
  onMap: (name: string): string => `Sulla mappa: oggi accanto a «${name}»`,
  unpriced: 'costo non indicato',
  spokes: (euros: string, spokes: number): string => `${euros} (${formatCount(spokes)} Spoke)`,
  networks: (euros: string, networks: number): string => `${euros} (${counted(networks, 'rete', 'reti')})`,
};

export const LINE_WORDS = { rimodulazione: 'Rimodulazione', nuovo_avviso: SUGGESTION_WORDS.hub.short };
export const SCENARIO_STATE_WORDS = { aperto: 'Aperto', applicato: 'Applicato', archiviato: 'Archiviato' };

/** Measures of an area that two scenarios are compared by. */
export const SCENARIO_MEASURE_WORDS = {
  ambiti_con_sede: 'Ambiti con una sede',
  residenti_oltre_limite: 'Residenti oltre il limite',
  quota_oltre_limite_pct: 'Quota oltre il limite',
  minuti_medi: 'Minuti medi',
  comuni_oltre_limite: 'Comuni oltre il limite',
  spoke: 'Numero di Spoke',
  rilievi_non_conformi: 'Rilievi non conformi',
};

/** Keeping a trial as a scenario. */
export const SAVE = {
  title: 'Salva come scenario',
  from: (name: string): string => `La prova viene dallo scenario «${name}».`,
  name: 'Nome dello scenario',
  line: 'Linea di spesa',
  note: 'Note',
  cost: 'Costo di uno Spoke, € (se noto)',
  save: 'Salva lo scenario',
  into: 'Salva nello scenario',
  leave: 'Stacca dallo scenario',
  nameless: 'Scrivere il nome dello scenario.',
  priceless: 'Il costo è un numero di euro, per esempio 50000.',
  empty: 'Fare prima almeno una modifica.',
  saved: (name: string): string => `Scenario «${name}» salvato.`,
  changedSince:
    'Per non perdere il proprio lavoro: «Salva come scenario» con un altro nome. Oppure rileggere quello che c’è ora; «Annulla» riporta la prova di prima.',
  again: 'Rileggi lo scenario',
  opened: (name: string): string => `Aperto lo scenario «${name}».`,
};

export const RUNS = {
  title: 'Analisi congelate',
  none: 'Nessuna analisi congelata. «Congela l’analisi di adesso» tiene le cifre di oggi così come sono, anche quando i dati cambieranno.',
  dataAt: (date: string): string => `dati al ${date}`,
  proposals: (count: number): string => counted(count, 'proposta', 'proposte'),
  frozenBy: (who: string, when: string): string => `congelata da ${who}, ${when}`,
  publishedBy: (who: string, when: string): string => `pubblicata da ${who}, ${when}`,
  hash: (short: string): string => `impronta ${short}…`,
  about: (act: string, title: string): string => `${act}: ${title}`,
  open: 'Apri',
  dossier: 'Dossier',
  minutes: 'Verbale',
  newTab: '(si apre in un’altra scheda)',
  publish: 'Pubblica',
  publishAsk: (title: string): string =>
    `Pubblicare «${title}»? Diventa di sola lettura, per sempre: né le cifre né il titolo cambieranno più.`,
  published: (title: string): string => `«${title}» è pubblicata: ora se ne decidono le proposte.`,
  copy: 'Copia il collegamento',
  copied: 'Collegamento copiato.',
  freeze: 'Congela l’analisi di adesso',
  freezeTitle: 'Titolo dell’analisi',
  freezeOf: 'Che cosa si congela',
  asIs: 'L’archivio com’è adesso',
  scenario: (name: string): string => `Lo scenario «${name}»`,
  knobs: (words: string): string => `Le proposte si cercano con le scelte della vista Proposte: ${words}`,
  go: 'Congela',
  freezing: 'Si congela: la ricerca delle proposte può durare qualche minuto…',
  frozen: (title: string): string => `«${title}» è congelata, in bozza.`,
  titleless: 'Scrivere il titolo dell’analisi.',
  compareTitle: 'Due analisi a confronto',
  differences: (count: number, shown: number): string =>
    count === 0
      ? 'Nessuna differenza.'
      : `${counted(count, 'differenza', 'differenze')}${shown < count ? `; qui le prime ${formatCount(shown)}.` : '.'}`,
  allDifferences: 'Tutte le differenze (CSV)',
  heads: ['Dove', 'Che cosa', 'Prima', 'Dopo'],
};

export const RUN_STATE_WORDS = { bozza: 'Bozza', pubblicata: 'Pubblicata' };

export const DECIDE = {
  back: 'Tutti gli scenari e le analisi',
  draft: 'È una bozza: si decide su ciò che è pubblicato.',
  how: 'Scegliere una proposta nell’elenco o sulla mappa per deciderne.',
  frozenAt: (date: string): string => `Cifre congelate: dati al ${date}. Non sono ricalcolate.`,
  otherState:
    'I dati di oggi sono altri: lo sfondo della mappa è quello di oggi, le proposte e le loro cifre quelle congelate.',
  title: 'La decisione',
  outcome: 'Esito',
  reason: 'Perché',
  comment: 'Commento',
  decide: 'Registra la decisione',
  remark: 'Aggiungi il commento',
  noOutcome: 'Scegliere un esito.',
  noReason: 'Scrivere in una frase perché.',
  noComment: 'Scrivere il commento.',
  decided: (number: number, outcome: string): string => `Proposta ${number}: ${outcome.toLowerCase()}.`,
  remarked: (number: number): string => `Proposta ${number}: commento aggiunto.`,
  next: (number: number, comune: string): string => `Prossima da decidere: ${number}, ${comune}`,
  none: 'Da decidere',
  by: 'Chi e quando',
  who: 'Chi',
  when: 'Quando',
  planned: 'Sede prevista',
  comments: 'Commenti',
  caption: (title: string): string => `Proposte di «${title}»`,
};

export const DECIDED_WORDS = { accettata: 'Accettata', respinta: 'Respinta', rinviata: 'Rinviata' };

/** What the lists come to. */
export interface DeskFigures {
  scenarios: number;
  open: number;
  runs: number;
  published: number;
}

export function deskHeadline({ scenarios, open, runs, published }: DeskFigures): string {
  if (scenarios + runs === 0) return 'Ancora nessuno scenario e nessuna analisi congelata';
  const first = scenarios === 0 ? 'Nessuno scenario' : counted(scenarios, 'scenario', 'scenari');
  const are = open === scenarios ? '' : `, ${open === 0 ? 'nessuno aperto' : counted(open, 'aperto', 'aperti')}`;
  const second = runs === 0 ? 'nessuna analisi congelata' : counted(runs, 'analisi congelata', 'analisi congelate');
  const out =
    runs === 0 ? '' : `, ${published === 0 ? 'nessuna pubblicata' : counted(published, 'pubblicata', 'pubblicate')}`;
  return `${first}${are}; ${second}${out}`;
}

/** The same, for whoever reads nothing else. */
export const publishedHeadline = (runs: number): string =>
  runs === 0 ? 'Ancora nessuna analisi pubblicata' : counted(runs, 'analisi pubblicata', 'analisi pubblicate');

/** What was decided of the proposals of an analysis. */
export interface BoardFigures {
  title: string;
  isPublished: boolean;
  proposals: number;
  accepted: number;
  rejected: number;
  deferred: number;
}

export function boardHeadline({ title, isPublished, proposals, accepted, rejected, deferred }: BoardFigures): string {
  const all = counted(proposals, 'proposta', 'proposte');
  if (!isPublished) return `${title}: ${all}, in bozza`;
  const decided = accepted + rejected + deferred;
  if (decided === 0) return `${title}: ${all}, nessuna ancora decisa`;
  const parts = [
    ...(accepted > 0 ? [counted(accepted, 'accettata', 'accettate')] : []),
    ...(rejected > 0 ? [counted(rejected, 'respinta', 'respinte')] : []),
    ...(deferred > 0 ? [counted(deferred, 'rinviata', 'rinviate')] : []),
  ].join(', ');
  return `${title}: ${formatCount(decided)} su ${all} ${decided === 1 ? 'decisa' : 'decise'}: ${parts}`;
}
