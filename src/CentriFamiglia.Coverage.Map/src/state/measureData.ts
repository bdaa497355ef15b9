import type { ReachRow } from '../api/measureRows';
import { classesOf, classIndex, type ValueClass } from '../domain/classes';
import { isKnown, type Knowledge } from '../domain/knowledge';
import { fixedBounds } from '../domain/measures';
import { quantileBounds } from '../domain/quantiles';
import type { Measure } from '../text/measureWords';
import type { Statistic } from '../text/viewWords';
import type { ViewState } from './viewState';

/** Value of a measure in one comune or area. */
export interface MeasureItem extends Knowledge {
  code: string;
  name: string;
  /** Ambito of a comune. */
  within: string | null;
  ats: string | null;
  residents: number;
  comuni: number;
  value: number | null;
  /** Why there is no value, or none but zero. */
  reason: string | null;
  /** Of an area: value that nine residents out of ten do not exceed, and residents without access. */
  p90: number | null;
  without: number | null;
}

/** What the view of the measures adds. */
export interface MeasureData {
  measure: Measure;
  unit: string;
  /** Values of an area by mean and by median; of a comune they are one. */
  items: Record<Statistic, Map<string, MeasureItem>>;
  /** Gini, Theil and its parts between all comuni; null where there is none. */
  indices: [name: string, value: number | null][];
  /** Curve of the region under the empty name, and of each ATS. */
  reach: Map<string, ReachRow[]>;
  warnings: string[];
}

const QUANTILES = 5;

/** Classes of what is shown; quantiles are of the rows of the ATS chosen. */
export function measureClasses(data: MeasureData, state: ViewState, limits: readonly number[]): ValueClass[] {
  if (state.classing === 'fisse') return classesOf(fixedBounds(data.measure, limits));
  const values = shownItems(data, state).flatMap((item) => item.value ?? []);
  return classesOf(quantileBounds(values, QUANTILES));
}

export const itemsOf = (data: MeasureData, state: ViewState): Map<string, MeasureItem> => data.items[state.statistic];

export const shownItems = (data: MeasureData, state: ViewState): MeasureItem[] =>
  [...itemsOf(data, state).values()].filter((item) => state.ats === null || item.ats === state.ats);

/** Residents and comuni of each class, under null of those without a value, and apart of those of which nothing is known. */
export function classCounts(
  items: readonly MeasureItem[],
  classes: readonly ValueClass[],
): Map<number | null | 'nonNoto', { residents: number; comuni: number }> {
  const counts = new Map<number | null | 'nonNoto', { residents: number; comuni: number }>();
  for (const item of items) {
    const index = isKnown(item) ? classIndex(item.value, classes) : 'nonNoto';
    const known = counts.get(index) ?? { residents: 0, comuni: 0 };
    counts.set(index, { residents: known.residents + item.residents, comuni: known.comuni + item.comuni });
  }
  return counts;
}
