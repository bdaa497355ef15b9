import { formatCount, formatMinutes, NO_FIGURE } from './numbers';

/** What a road network or a matrix changes, wherever a time is an estimate. */
export const BECOMES_CERTAIN = 'Con una rete stradale o la matrice ISTAT il valore diventa certo.';

export type LimitSide = 'entro' | 'incerto' | 'oltre';

const SIDES: Record<LimitSide, string> = {
  entro: 'entro il limite',
  incerto: 'incerto: la fascia della stima passa il limite',
  oltre: 'oltre il limite',
};

export const sideWords = (side: LimitSide | null): string => (side === null ? NO_FIGURE : SIDES[side]);

/** The band of a time, where it is one; empty where the time is certain. */
export function bandWords(low: number | null, high: number | null): string {
  if (low === null || high === null || low === high) return '';
  return ` (fra ${formatMinutes(low)} e ${formatMinutes(high)}, otto volte su dieci)`;
}

const CRITERION = 'criterio di pianificazione, non previsto dall’atto';

/** What the line of the limit is, and that an estimate does not decide near it. */
export const criterionWords = (estimated: boolean): string =>
  estimated ? `${CRITERION}; secondo la stima centrale: presso il limite l’esito è incerto` : CRITERION;

/** The same as `rangeWords`, where there is little room. */
export const betweenWords = (least: number | null | undefined, most: number | null | undefined): string =>
  typeof least !== 'number' || typeof most !== 'number' || least === most
    ? ''
    : `; fra ${formatCount(least)} e ${formatCount(most)}`;

/** How many residents are beyond for certain and at most; empty where both are the same. */
export function rangeWords(least: number | null, most: number | null): string {
  if (least === null || most === null || least === most) return '';
  return `, fra ${formatCount(least)} e ${formatCount(most)} secondo la fascia della stima`;
}
