import { formatCount } from './numbers';
import { peopleLabel } from './peopleWords';

/** What the lists say of themselves: captions, and columns that only one has. */
export const LIST = {
  rows: 'Righe della tabella',
  previous: 'Precedente',
  next: 'Successiva',
  page: (at: number, of: number): string => `pagina ${formatCount(at)} di ${formatCount(of)}`,
  count: (matching: number, total: number): string => {
    const all = matching === total ? '' : ` su ${formatCount(total)}`;
    return `${formatCount(matching)}${all} ${matching === 1 && !all ? 'riga' : 'righe'}`;
  },
  minutesFrom: (many: string, bounds: string): string => `${many}: minuti in auto dalla sede più vicina${bounds}`,
  verdicts: (many: string): string => `${many}: verdetto di copertura`,
  uncertain: 'incerto',
  beyond: 'oltre',
  within: 'entro',
  findings: 'Rilievi sulle regole dell’atto',
  subject: 'Soggetto',
  point: 'Punto',
  clause: (section: string, quote: string): string => `Allegato A, ${section}: «${quote}»`,
  fragility: 'Sedi: che cosa si perde se una chiude',
  position: 'Posizione',
  get catchmentResidents(): string {
    return `${peopleLabel()} del bacino`;
  },
  most: 'Massimo, min',
  inMinutes: (statistic: string): string => `${statistic}, min`,
  ninetieth: 'P90, min',
  shareBeyond: 'Quota oltre',
  open: (moment: string): string => `Comuni: sede aperta più vicina, ${moment}`,
  noProposal: 'Nessuna proposta con lo scopo e i vincoli scelti.',
  withoutAccess: 'Senza accesso',
  proposals: 'Proposte di nuove sedi',
  where: 'Dove',
  kind: 'Tipo',
  gainedElsewhere: 'Guadagnati altrove',
  resources: 'ATS: il Fondo e che cosa ne resta',
  balance: 'Residuo',
  eurosPerResident: '€ per residente',
  nothingTried: 'Nulla cambia: aggiungere, spostare o chiudere una sede.',
  nothingChanges: 'Nulla cambia.',
  changing: (many: string, states: string): string => `${many} che cambiano: ${states}`,
};
