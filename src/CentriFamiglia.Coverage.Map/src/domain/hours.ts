import type { OpenComuneRow } from '../api/openRows';
import { REACHES, type Reach } from '../text/viewWords';
import { isKnown } from './knowledge';

/** Half hours that may be asked for, minutes of the day. */
export const FIRST_MINUTE = 0;
export const LAST_MINUTE = 23 * 60 + 30;
export const STEP_MINUTES = 30;

/** `1050` gives `17:30`. */
export const clockOf = (minute: number): string =>
  `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;

/** `17:30` gives `1050`; null for what is not one of the half hours. */
export function minuteOf(clock: string): number | null {
  const match = /^(\d{1,2}):(\d{2})$/.exec(clock);
  const minute = match ? Number(match[1]) * 60 + Number(match[2]) : Number.NaN;
  return minute >= FIRST_MINUTE && minute <= LAST_MINUTE && minute % STEP_MINUTES === 0 ? minute : null;
}

export function reachOf(
  row: Pick<OpenComuneRow, 'oltre_limite' | 'oltre_limite_se_incerte_aperte' | 'elenco_incompleto'>,
): Reach {
  if (!isKnown(row)) return 'nonNoto';
  if (row.oltre_limite === false) return 'entro';
  if (row.oltre_limite === null) return 'ignoto';
  return row.oltre_limite_se_incerte_aperte === false ? 'forse' : 'oltre';
}

/** Residents and comuni of each kind. */
export function countReaches(rows: readonly OpenComuneRow[]): Record<Reach, { residents: number; comuni: number }> {
  const counts = Object.fromEntries(REACHES.map((r) => [r, { residents: 0, comuni: 0 }])) as Record<
    Reach,
    { residents: number; comuni: number }
  >;
  for (const row of rows) {
    const count = counts[reachOf(row)];
    count.residents += row.residenti ?? 0;
    count.comuni += 1;
  }
  return counts;
}
