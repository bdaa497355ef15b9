import type { SiteRow } from '../api/rows';

/** Whether some of the sedi are made up and some are not: only then the map tells them apart one by one. */
export const isMixed = (rows: readonly Pick<SiteRow, 'dimostrativo' | 'status'>[]): boolean => {
  const active = rows.filter((row) => row.status === 'active');
  return active.some((row) => row.dimostrativo) && active.some((row) => !row.dimostrativo);
};
