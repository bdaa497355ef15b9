import type { Shapes } from '../../src/api/apiClient';
import type { FindingRow } from '../../src/api/findingRows';
import type { OpenComuneRow } from '../../src/api/openRows';
import { NO_KNOBS } from '../../src/api/proposalKnobs';
import type { EffectRow } from '../../src/api/proposalRows';
import type { BudgetRow, ComuneRow, GapRow, SiteRow } from '../../src/api/rows';
import type { AreaRecord, ProposalData } from '../../src/state/viewData';

/** Travel figures of an Ambito where mean and median are not the same. */
export const gap: GapRow = {
  livello: 'ambito',
  codice: 'lodi',
  nome: 'Lodi',
  ats: 'Milano',
  residenti: 228000,
  minuti_medi: 22,
  minuti_mediana: 4,
  minuti_p90: 31,
  minuti_max: 44,
  km_medi: 15,
  residenti_oltre_limite: 22800,
  residenti_oltre_minimo: 9000,
  residenti_oltre_massimo: 41000,
  quota_oltre_limite_pct: 10,
  comuni_oltre_limite: 12,
  residenti_senza_limite: 0,
  viaggio: 'stima',
  elenco_incompleto: false,
  residenti_esclusi: 0,
  comuni_esclusi: 0,
};

export const area: AreaRecord = {
  livello: 'ambito',
  codice: 'lodi',
  nome: 'Lodi',
  ats: 'Milano',
  verdetto: 'SEDE',
  residenti: 228000,
  hub: 1,
  spoke: 2,
  fonte_stato: 'listed',
  dimostrativo: false,
  motivo: 'Hub presente.',
  sedi_ruolo_non_dichiarato: 0,
  sedi: '',
  elenco_incompleto: false,
  gap,
};

export const comune: ComuneRow = {
  pro_com_t: '098031',
  comune: 'Lodi',
  ambito: 'Lodi',
  distretto: 'Lodi',
  ats: 'Milano',
  residenti: 45000,
  sede_vicina: 'LO01-H',
  sede_vicina_nome: 'Hub di Lodi',
  minuti: 12,
  minuti_p10: 9,
  minuti_p90: 15.5,
  km: 8,
  sede_vicina_stessa_ats: 'LO01-H',
  minuti_stessa_ats: 12,
  oltre_limite: false,
  esito_limite: 'entro',
  limite_minuti: 20,
  fonte_stato: 'listed',
  viaggio: 'stima',
  elenco_incompleto: false,
};

export const openComune: OpenComuneRow = { ...comune, oltre_limite_se_incerte_aperte: false };

export const site: SiteRow = {
  site_id: 'LO01-H',
  name: 'Hub di Lodi',
  role: 'hub',
  network_id: 'LO01',
  manager_kind: null,
  comune: 'Lodi',
  pro_com_t: '098031',
  address: null,
  opening_hours: null,
  orario_letto: null,
  wheelchair: null,
  declared_ambiti: null,
  status: 'active',
  ats: 'Milano',
  precisione: 'punto',
  dimostrativo: false,
};

export const finding: FindingRow = {
  regola: 'R1',
  sezione: '3',
  esito: 'conforme',
  livello: 'ambito',
  codice: 'lodi',
  nome: 'Lodi',
  ats: 'Milano',
  cifre: '',
  motivo: 'Hub presente.',
  rimedio: null,
  citazione: 'almeno un Centro',
  atto: 'D.G.R. XII/1507/2023',
  rete: null,
  dimostrativo: false,
};

export const effect: EffectRow = {
  pro_com_t: '098031',
  comune: 'Lodi',
  residenti: 45000,
  sede_proposta: '098010',
  sede_proposta_nome: 'Casalpusterlengo',
  minuti_prima: 22,
  minuti_dopo: 11,
};

/** Proposals of nothing, with the usual choices. */
export const proposals: ProposalData = {
  query: { level: 'ambito', goal: 'cover', spokes: 10, everyUnit: false, knobs: NO_KNOBS, ats: null, count: 'propri' },
  certificate: { status: 'optimal', gap: 0, secondaryProved: true, considered: 3, dropped: [], others: [] },
  gains: { residents: 0, residentMinutes: 0, areas: 0 },
  notes: [],
  today: null,
  effects: new Map(),
  curve: null,
};

/** Rows without a geometry, as a layer of the API. */
export const shapes = <Row>(...rows: Row[]): Shapes<Row> => ({
  type: 'FeatureCollection',
  features: rows.map((properties) => ({ type: 'Feature', geometry: null, properties })),
});

/** The money of an ATS that has 800.000 EUR, of which 550.000 are committed. */
export const budget: BudgetRow = {
  ats: 'Brescia',
  residenti: 1_000_000,
  assegnazione_eur: 800_000,
  parte_uguale_eur: 570_000,
  parte_residenti_eur: 230_000,
  progetti_al_tetto: 11,
  residuo_eur: 30_000,
  eur_per_residente: 0.8,
  residui_anni_precedenti_eur: 0,
  disponibile_eur: 800_000,
  speso_eur: null,
  impegnato_eur: 550_000,
  libero_eur: 250_000,
  reti: 8,
  reti_senza_contributo: 0,
  reti_oltre_tetto: 0,
  tetto_ats_eur: 70_000,
  tetto_ats_mesi: 12,
  progetti_al_tetto_ats: 11,
  elenco_incompleto: false,
};

/** The same where no network is known. */
export const unknownBudget: BudgetRow = {
  ...budget,
  ats: 'Pavia',
  disponibile_eur: 700_000,
  impegnato_eur: null,
  libero_eur: null,
  reti: null,
  reti_senza_contributo: null,
  reti_oltre_tetto: null,
  elenco_incompleto: null,
};
