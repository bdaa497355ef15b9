/** One row of `/api/v1/assetto`: the networks of an ATS beside the figures of the act; null where it is not known, or the act says none. */
export interface LayoutRow {
  ats: string;
  codice: string;
  reti: number | null;
  reti_atto: number | null;
  hub: number | null;
  spoke: number | null;
  partner: number | null;
  /** What differs from the act; null where nothing does, or the list is not complete. */
  differenze: string | null;
  elenco_incompleto: boolean | null;
}
