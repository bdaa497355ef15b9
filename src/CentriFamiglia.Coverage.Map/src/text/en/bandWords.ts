import type { LimitSide } from '../it/bandWords';
import { formatCount, formatMinutes, NO_FIGURE } from './numbers';

export const BECOMES_CERTAIN = 'With a road network or the ISTAT matrix the value becomes certain.';

const SIDES: Record<LimitSide, string> = {
  entro: 'within the limit',
  incerto: 'uncertain: the range of the estimate crosses the limit',
  oltre: 'beyond the limit',
};

export const sideWords = (side: LimitSide | null): string => (side === null ? NO_FIGURE : SIDES[side]);

export function bandWords(low: number | null, high: number | null): string {
  if (low === null || high === null || low === high) return '';
  return ` (between ${formatMinutes(low)} and ${formatMinutes(high)}, eight times out of ten)`;
}

const CRITERION = 'a planning criterion, not laid down by the act';

export const criterionWords = (estimated: boolean): string =>
  estimated ? `${CRITERION}; by the central estimate: near the limit the outcome is uncertain` : CRITERION;

export const betweenWords = (least: number | null | undefined, most: number | null | undefined): string =>
  typeof least !== 'number' || typeof most !== 'number' || least === most
    ? ''
    : `; between ${formatCount(least)} and ${formatCount(most)}`;

export function rangeWords(least: number | null, most: number | null): string {
  if (least === null || most === null || least === most) return '';
  return `, between ${formatCount(least)} and ${formatCount(most)} by the range of the estimate`;
}
