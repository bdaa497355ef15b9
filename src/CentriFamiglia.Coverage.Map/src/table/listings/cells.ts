import type { Paint } from '../../drawing/paint';
import type { Selection, Sort } from '../../state/viewState';
import { formatCount, formatDecimal, formatPercent, formatValue, NO_FIGURE } from '../../text/numbers';

/** One line of the table, whatever it is about. */
export interface Line {
  selection: Selection;
  ats: string;
  /** What the search looks in. */
  searched: string;
  cells: Cell[];
}

export interface Cell {
  text: string;
  /** What the column is sorted by. */
  value: string | number | null;
  /** Sample of the surface on the map. */
  paint?: Paint;
  note?: string;
}

export interface Column {
  key: string;
  label: string;
  numeric: boolean;
  /** The first click on a figure shows the largest first. */
  descendingFirst: boolean;
  /** Left out where there is no room: on a phone, or already beside the map. */
  spare?: 'phone' | 'desk';
}

export interface Listing {
  caption: string;
  columns: Column[];
  lines: Line[];
  usual: Sort;
}

const column =
  (numeric: boolean) =>
  (key: string, label: string, spare?: Column['spare']): Column => ({
    key,
    label,
    numeric,
    descendingFirst: numeric,
    ...(spare ? { spare } : {}),
  });

export const text = column(false);
export const figure = column(true);

export const word = (value: string | null | undefined): Cell => ({ text: value || NO_FIGURE, value: value || null });
export const count = (value: number | null): Cell => ({ text: formatCount(value), value });
export const decimal = (value: number | null): Cell => ({ text: formatDecimal(value), value });
export const minutes = (value: number | null): Cell => ({
  text: value === null ? 'non raggiungibile' : formatDecimal(value),
  value,
});
export const percent = (value: number | null): Cell => ({ text: formatPercent(value), value });
export const measured = (value: number | null): Cell => ({ text: formatValue(value), value });
