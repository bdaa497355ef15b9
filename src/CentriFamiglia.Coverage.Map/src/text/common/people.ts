/** Whose travel the service can be asked to weigh, by its own names. */
export const DEMANDS = ['residenti', 'famiglie', 'eta_0_14', 'eta_65_oltre'] as const;
export type People = (typeof DEMANDS)[number];

/** An index of need, as the service takes it: `eta_0_14=2,eta_65_oltre=1`. */
export type NeedIndex = `${People}=${string}`;

export type Demand = People | NeedIndex;

/** What is weighed: people of one kind, or the points of an index. */
export type Weighed = People | 'indice';

let counted: Weighed = 'residenti';

/** Whom the figures on the page count, for whoever calls them by their name. */
export const countedPeople = (): Weighed => counted;

/** As soon as figures of others are on the page: all of it is of one view, and counts the same people. */
export function countPeople(demand: Demand): void {
  counted = isIndex(demand) ? 'indice' : demand;
}

export const isIndex = (demand: Demand): demand is NeedIndex => demand.includes('=');
