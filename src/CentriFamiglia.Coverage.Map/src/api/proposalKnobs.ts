/** What may be spent by each ATS: nothing said, its assignment, or what is left of it. */
export const ATS_BUDGETS = ['no', 'assegnazione', 'libero'] as const;
export type AtsBudget = (typeof ATS_BUDGETS)[number];

/** The choices of a search that most do without; null, false or empty is the service's own. */
export interface Knobs {
  /** Ambiti and Distretti together, whatever level is shown. */
  both: boolean;
  /** Minutes, the same for all; null is the limit of each comune's class. */
  limit: number | null;
  /** Minutes from a Spoke to its Hub. */
  reach: number | null;
  /** Euro for one new sede. */
  spokeCost: number | null;
  /** Euro in all; says nothing without the cost of one. */
  budget: number | null;
  atsBudget: AtsBudget;
  /** The new Spokes shared among the ATS by residents; not with `units`. */
  balance: boolean;
  /** The fewest Spokes for this share of residents within the limit, percent; only with `cover`. */
  share: number | null;
  /** Seconds of computing at most. */
  timeLimit: number | null;
  /** Codes of the comuni in which a sede must be opened, counted among the others. */
  fixed: readonly string[];
  /** Codes of the comuni in which alone a sede may be proposed, and of those in which none may. */
  onlyIn: readonly string[];
  notIn: readonly string[];
}

export const NO_KNOBS: Knobs = {
  both: false,
  limit: null,
  reach: null,
  spokeCost: null,
  budget: null,
  atsBudget: 'no',
  balance: false,
  share: null,
  timeLimit: null,
  fixed: [],
  onlyIn: [],
  notIn: [],
};

export const NUMBER_KNOBS = ['limit', 'reach', 'spokeCost', 'budget', 'share', 'timeLimit'] as const;
export type NumberKnob = (typeof NUMBER_KNOBS)[number];

/** What the service takes: a number between two, with so many decimals at most. */
export interface Range {
  least: number;
  most: number;
  decimals: number;
}

/** As the service says of its parameters; it may be told another `timeLimit`, and refuses by itself what is beyond. */
export const RANGES: Record<NumberKnob, Range> = {
  limit: { least: 0.5, most: 600, decimals: 2 },
  reach: { least: 0, most: 600, decimals: 2 },
  spokeCost: { least: 1, most: 1e9, decimals: 2 },
  budget: { least: 0, most: 1e9, decimals: 2 },
  share: { least: 0.01, most: 100, decimals: 2 },
  timeLimit: { least: 1, most: 60, decimals: 0 },
};

/** Names of the service's parameters. */
export const PARAMETERS: Record<NumberKnob, string> = {
  limit: 'limit',
  reach: 'reach',
  spokeCost: 'spoke-cost',
  budget: 'budget',
  share: 'share',
  timeLimit: 'time-limit',
};

export const isWithin = (value: number, { least, most, decimals }: Range): boolean =>
  value >= least && value <= most && Number(value.toFixed(decimals)) === value;

/** How many choices are not the service's own. */
export const setKnobs = (knobs: Knobs): number =>
  (Object.keys(NO_KNOBS) as (keyof Knobs)[]).filter(
    (name) => JSON.stringify(knobs[name]) !== JSON.stringify(NO_KNOBS[name]),
  ).length;

/** The lists of comuni among the choices. */
export type PlaceListName = 'fixed' | 'notIn' | 'onlyIn';

/** A comune that comes to one of the lists, or goes from it; where nothing may be proposed nothing else can be asked for. */
export function withPlace(knobs: Knobs, list: PlaceListName, code: string, wanted: boolean): Knobs {
  const without = (codes: readonly string[]) => codes.filter((each) => each !== code);
  const own = { ...knobs, [list]: wanted ? [...without(knobs[list]), code] : without(knobs[list]) };
  if (!wanted) return own;
  if (list === 'notIn') return { ...own, onlyIn: without(knobs.onlyIn), fixed: without(knobs.fixed) };
  return { ...own, notIn: without(knobs.notIn) };
}

/** Last point of the curve: the next ten, so that choosing a point never takes away those beyond it. */
export const curveEnd = (spokes: number): number => Math.min(MOST_SPOKES, Math.max(10, Math.ceil(spokes / 10) * 10));

/** New Spokes that may be asked for with the goals `cover` and `time`: as many as a curve has points. */
export const MOST_SPOKES = 200;
