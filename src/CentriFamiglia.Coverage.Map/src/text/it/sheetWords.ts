import { atsWords } from './atsNames';
import { formatCount, formatDecimal, formatMinutes, wholeEuros } from './numbers';
import { ofPeople, peopleLabel } from './peopleWords';

/** What the sheets say. */
export const SHEET = {
  within: (kind: string, ats: string): string => `${kind} · ${atsWords(ats)}`,
  journey: 'Viaggio verso la sede più vicina',
  sediAndTravel: 'Sedi e viaggio',
  hubsAndSpokes: 'Hub e Spoke',
  hubAndSpoke: (hubs: number | null, spokes: number | null): string => `${formatCount(hubs)} e ${formatCount(spokes)}`,
  undeclaredRole: 'Sedi di ruolo non dichiarato',
  most: 'Massimo',
  nearest: 'Sede più vicina',
  alsoOwn: 'È anche la più vicina della propria ATS.',
  nearestOwn: 'La più vicina della propria ATS',
  limit: (minutes: number): string => `, limite ${formatMinutes(minutes)}`,
  atCeiling: (projects: number, ceiling: number, months: number): string =>
    `${formatCount(projects)}, a ${wholeEuros(ceiling)} per ${formatCount(months)} mesi`,
  unstatedGrants: (networks: number | null): string =>
    `${formatCount(networks)} reti senza contributo indicato: nell’impegnato contano zero.`,
  overCeiling: (networks: number | null): string =>
    `${formatCount(networks)} reti con un contributo oltre il tetto dell’ATS (R15).`,
  networksPartial: 'L’elenco delle reti non è completo: il libero è al più questo.',
  forMonths: (months: number): string => ` per ${formatCount(months)} mesi`,
  manager: 'Ente gestore',
  accessibility: 'Accessibilità',
  declaredAmbiti: 'Ambiti dichiarati',
  roughPlace: 'Posizione indicativa: il centro del comune, non l’indirizzo.',
  madeUp: 'Sede inventata per provare il programma: non è reale.',
  isochrones: 'Isocrone sulla rete stradale',
  showIsochrones: (minutes: readonly number[]): string => `Mostra da dove si raggiunge (${minutes.join(', ')} minuti)`,
  offRoad: 'La sede è troppo lontana da una strada della rete: non si può disegnare.',
  byTravel: (residents: string): string => `${residents}, secondo i tempi di viaggio`,
  nearestRoad: (metres: number | null, road: string | null): string =>
    `La strada più vicina della rete è a ${formatDecimal(metres)} metri dalla sede${road ? `: ${road}` : ''}.`,
  roughIsochrones: 'Tempi senza traffico, non nell’ora di punta; le aree sono indicative.',
  get reachCurve(): string {
    return `${peopleLabel()} entro un dato tempo dalla sede più vicina`;
  },
  curveFigures: 'I numeri della curva',
  reachedCurve: (sense: string): string => `Curva ${ofPeople()} entro un dato tempo: ${sense}.`,
  reachedPoint: (minutes: string, percent: string): string => `entro ${minutes} minuti il ${percent}`,
  openThen: 'Una sede aperta nel momento scelto',
  nearestOpen: 'Sede aperta più vicina',
  noneReached: 'nessuna raggiungibile',
  get medianOf(): string {
    return `Mediana ${ofPeople()}`;
  },
  get meanOf(): string {
    return `Media ${ofPeople()}`;
  },
};

/** The sheet of a sede in the view of what its closing would cost. */
export const CLOSING = {
  title: 'Se chiude solo questa',
  position: 'Posizione fra le più critiche',
  nothing: 'la chiusura non cambia nulla',
  get moreBeyond(): string {
    return `${peopleLabel()} oltre il limite in più`;
  },
  elsewhere: 'In altre ATS',
  get moreWithout(): string {
    return `${peopleLabel()} senza alcuna sede in più`;
  },
  spokesAlone: 'Spoke che restano senza Hub',
  catchment: 'Il suo bacino',
  minutes: 'Minuti medi e massimi',
  weeklyHours: 'Ore settimanali',
  whose: 'Il bacino è di chi ha questa sede come la più vicina.',
};

/** The sheet of a proposal. */
export const PROPOSAL = {
  kicker: (order: number, ats: string): string => `Proposta ${formatCount(order)} · ${atsWords(ats)}`,
  for: 'Per',
  areas: 'Aree che avrebbero una sede',
  joins: 'Rete a cui si unisce',
  newNetwork: 'una nuova rete',
  newNetworkOf: (comune: string): string => `la nuova rete di ${comune}`,
  fromHub: 'Dal suo Hub',
  gainedElsewhere: 'Guadagnati in altre ATS, a parte',
  comuniBack: 'Comuni che rientrano per intero',
  areaMinutes: 'Minuti medi dell’area',
  without: 'Se manca solo questa',
  toBeWeighed: 'È una proposta da valutare (l’atto dice «potrà valutare»), mai una decisione automatica.',
  madeUp: 'Si basa su sedi inventate per provare il programma.',
  order: (at: number, marks: string): string => `${formatCount(at)}ª${marks === '' ? ' da aprire' : `: ${marks}`}`,
};

/** The sheet of a finding. */
export const FINDING = {
  act: 'Che cosa dice l’atto',
  others: 'Altri rilievi',
  madeUp: 'Il rilievo conta sedi inventate per provare il programma.',
  filter: 'Filtra per esito',
  allRules: 'Tutte',
  none: 'nessun rilievo',
};
