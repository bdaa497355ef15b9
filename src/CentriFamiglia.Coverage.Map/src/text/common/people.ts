/** Whose travel the service can be asked to weigh, by its own names. */
export const DEMANDS = ['residenti', 'famiglie', 'eta_0_14', 'eta_65_oltre'] as const;
export type Demand = (typeof DEMANDS)[number];

let counted: Demand = 'residenti';

/** Whom the figures on the page count, for whoever calls them by their name. */
export const countedPeople = (): Demand => counted;

/** As soon as figures of others are on the page: all of it is of one view, and counts the same people. */
export function countPeople(demand: Demand): void {
  counted = demand;
}
