import type { Query } from './apiClient';

/** The second of two states, where it is another day, another set of sedi or other rules; null is as in the first. */
export interface OtherState {
  /** `2024-06-30`. */
  date: string | null;
  sedi: string | null;
  rules: string | null;
}

export const NO_OTHER: OtherState = { date: null, sedi: null, rules: null };

/** Whether it differs from the first at all, whose set of sedi is this. */
export const differs = ({ date, sedi, rules }: OtherState, first: string | null): boolean =>
  date !== null || rules !== null || (sedi !== null && sedi !== first);

/** The parameters of `/api/v1/compare` for it. */
export const comparedParameters = ({ date, sedi, rules }: OtherState): Query => ({
  data_dopo: date,
  sedi_dopo: sedi,
  regole_dopo: rules,
});
