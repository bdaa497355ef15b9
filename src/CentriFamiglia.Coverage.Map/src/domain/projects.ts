import type { LayoutRow } from '../api/layoutRows';
import type { LayoutState } from '../text/projectWords';

/** Whether the networks of an ATS are as the act says; only a complete list can be compared. */
export function layoutState(row: LayoutRow | undefined): LayoutState {
  if (!row || row.elenco_incompleto === null || row.reti === null) return 'nonNoto';
  if (row.elenco_incompleto || row.reti_atto === null) return 'nonConfrontato';
  return row.differenze === null ? 'uguale' : 'diverso';
}
