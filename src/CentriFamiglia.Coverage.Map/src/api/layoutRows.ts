import type { Columns } from './columns';
/** One row of `/api/v1/assetto`: the networks of an ATS beside the figures of the act; null where it is not known, or the act says none. */
export type LayoutRow = Columns<
  'LayoutRow',
  'ats' | 'codice' | 'reti' | 'reti_atto' | 'hub' | 'spoke' | 'partner' | 'differenze' | 'elenco_incompleto'
>;
