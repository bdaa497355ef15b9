import { rowsOf } from '../api/apiClient';
import type { SuggestionRow } from '../api/proposalRows';
import { inOrder } from '../domain/proposals';
import type { TrialChange } from '../domain/trial';
import { NEW_NETWORK } from '../text/names';
import type { ViewData } from './viewData';

/** The proposals as changes of a trial, after those that it has: each under its number, `P1`, unless a sede has that name. */
export function triedOut(data: ViewData, trial: readonly TrialChange[]): TrialChange[] {
  const taken = new Set([...rowsOf(data.sites).map((row) => row.site_id), ...trial.map(({ id }) => id)]);
  const free = (id: string): string => (taken.has(id) ? free(`${id}b`) : id);
  return [...trial, ...inOrder(rowsOf(data.suggestions)).map((row) => added(row, free(`P${row.ordine}`)))];
}

/** A network that a proposed Hub would begin is not there yet: what would be of it stands without one. */
const added = (row: SuggestionRow, id: string): TrialChange => ({
  op: 'add',
  id,
  role: row.tipo,
  ...(row.rete && !row.rete.startsWith(NEW_NETWORK) ? { network_id: row.rete } : {}),
  pro_com_t: row.pro_com_t,
});
