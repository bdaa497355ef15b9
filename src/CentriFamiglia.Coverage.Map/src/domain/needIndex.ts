import { DEMANDS, type Demand, isIndex, type NeedIndex, type People } from '../text/peopleWords';

/** How much one of each kind counts; who is not named counts nothing. */
export type Weights = Partial<Record<People, number>>;

/** The most that one may count: more says no more. */
export const MOST_WEIGHT = 1000;

/** A planner's first index: a child as much as somebody old. */
export const FIRST_INDEX: NeedIndex = 'eta_0_14=1,eta_65_oltre=1';

/** The kinds and weights of an index; none of what is none. */
export const weightsOf = (demand: Demand): Weights => (isIndex(demand) ? (readWeights(demand) ?? {}) : {});

/** @returns Null where nobody counts. */
export function indexOf(weights: Weights): NeedIndex | null {
  const parts = DEMANDS.filter((kind) => isWeight(weights[kind])).map((kind) => `${kind}=${weights[kind]}`);
  return parts.length === 0 ? null : (parts.join(',') as NeedIndex);
}

/** A demand as an address has it; null where it is none. */
export function readDemand(text: string | null): Demand | null {
  const kind = DEMANDS.find((each) => each === text);
  if (kind || !text) return kind ?? null;
  const weights = readWeights(text);
  return weights && indexOf(weights);
}

/** Each kind once, each with a weight. */
function readWeights(text: string): Weights | null {
  const weights: Weights = {};
  for (const part of text.split(',')) {
    const [name, figure, ...more] = part.split('=');
    const kind = DEMANDS.find((each) => each === name?.trim());
    const weight = Number(figure?.trim() || Number.NaN);
    if (!kind || kind in weights || more.length > 0 || !isWeight(weight)) return null;
    weights[kind] = weight;
  }
  return weights;
}

const isWeight = (weight: number | undefined): weight is number =>
  weight !== undefined && weight > 0 && weight <= MOST_WEIGHT;
