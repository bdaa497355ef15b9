import type { TrialAnswer, TrialArea, TrialRow, TrialTotals } from '../../src/api/trialRows';
import type { TrialData } from '../../src/state/viewData';

/** Lodi comes nearer: from 12 minutes to 4.5, within the limit before and after. */
export const trialRow: TrialRow = {
  pro_com_t: '098031',
  comune: 'Lodi',
  ats: 'Milano',
  minuti_prima: 12,
  minuti_dopo: 4.5,
  sede_prima: 'LO01-H',
  sede_dopo: 'N1',
  oltre_limite_prima: false,
  oltre_limite_dopo: false,
  residenti: 45000,
  elenco_incompleto: false,
};

/** The Ambito of Lodi has a sede before and after, and comes nearer. */
export const trialArea: TrialArea = {
  livello: 'ambito',
  codice: 'lodi',
  nome: 'Lodi',
  ats: 'Milano',
  verdetto_prima: 'SEDE',
  verdetto_dopo: 'SEDE',
  minuti_medi_prima: 22,
  minuti_medi_dopo: 18,
  residenti_oltre_limite_prima: 22800,
  residenti_oltre_limite_dopo: 20000,
  quota_oltre_limite_pct_dopo: 44.4,
  elenco_incompleto: false,
  confrontabile: true,
};

export const totals: TrialTotals = {
  quota_entro_limite_pct: 90,
  residenti_oltre_limite: 22800,
  minuti_medi: 22,
  residenti_esclusi: 0,
  ambiti_con_sede: 71,
  ambiti_senza_sede: 20,
  ambiti_non_caricati: 0,
  libero_eur: 1000000,
};

/** A trial without a change, compared with nothing else. */
export const byHand: TrialData = {
  changes: [],
  answer: null,
  by: 'prova',
  name: 'Con la prova',
  today: null,
  rival: null,
  measure: null,
  problem: '',
};

/** What the service says of a trial that changes nothing but what is given. */
export const answer = ({
  rows = [],
  ...own
}: { rows?: TrialRow[] } & Partial<Omit<TrialAnswer, 'rows'>> = {}): TrialAnswer => ({
  rows: new Map(rows.map((row) => [row.pro_com_t, row])),
  sedi: [],
  areas: [],
  before: totals,
  after: totals,
  comparable: true,
  networks: [],
  funds: [],
  findings: [],
  warnings: [],
  ...own,
});
