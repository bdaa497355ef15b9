import type { SiteRow } from '../api/rows';
import type { TrialData } from './viewData';

/**
 * Whether some of the sedi are made up and some are not: only then the map tells them apart one by one. What a trial or the program
 * adds is neither.
 */
export function isMixed(
  rows: readonly Pick<SiteRow, 'dimostrativo' | 'status' | 'site_id'>[],
  trial: TrialData | null,
): boolean {
  const added = new Set(trial?.changes.filter(({ op }) => op === 'add').map(({ id }) => id));
  const active = rows.filter((row) => row.status === 'active' && !added.has(row.site_id));
  return active.some((row) => row.dimostrativo) && active.some((row) => !row.dimostrativo);
}
