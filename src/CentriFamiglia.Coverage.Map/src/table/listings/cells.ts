import type { Knowledge } from '../../domain/knowledge';
import { measureFigure } from '../../domain/measures';
import type { Paint } from '../../drawing/paint';
import { VERDICT_PAINTS } from '../../drawing/styles';
import type { Selection, Sort } from '../../state/viewState';
import { BOUND_WORDS } from '../../text/knowledgeWords';
import { SAID } from '../../text/labels';
import type { Measure } from '../../text/measureWords';
import { formatCount, formatDecimal, formatPercent, NO_FIGURE } from '../../text/numbers';
import { type Subject, VERDICT_WORDS } from '../../text/words';

/** One line of the table, whatever it is about. */
export interface Line {
  selection: Selection;
  /** What a file says the line is about, where that is not what is selected; null for nothing on the map. */
  place?: Place | null;
  ats: string | null;
  /** The number by which the map knows it, before its name. */
  badge?: string;
  /** What the search looks in. */
  searched: string;
  /** Whether nothing is known of what it is about. */
  unknown?: boolean;
  cells: Cell[];
}

/** An area, a comune, a sede, a network or a proposal, by its code. */
export interface Place {
  level: Subject | 'comune' | 'proposta';
  code: string;
}

export interface Cell {
  text: string;
  /** What the column is sorted by. */
  value: string | number | null;
  /** The value before the change, where the cell shows both. */
  before?: number | null;
  /** What the text says beside the figure. */
  said?: string;
  /** Sample of the surface on the map. */
  paint?: Paint;
  note?: string;
  /** Whether the text is the service's own words. */
  isItalian?: boolean;
}

export interface Column {
  key: string;
  label: string;
  numeric: boolean;
  /** Of the figures, where the label does not say it. */
  unit?: string;
  /** Whether its order ranks the lines, and so leaves aside those of which nothing is known. */
  ranks: boolean;
  /** The first click on a figure shows the largest first. */
  descendingFirst: boolean;
  /** Left out where there is no room: on a phone, or already beside the map. */
  spare?: 'phone' | 'desk';
}

export interface Listing {
  caption: string;
  columns: Column[];
  lines: Line[];
  /** Said where there are no lines at all. */
  nothing?: string;
  usual: Sort;
}

const column =
  (numeric: boolean) =>
  (key: string, label: string, spare?: Column['spare']): Column => ({
    key,
    label,
    numeric,
    ranks: numeric,
    descendingFirst: numeric,
    ...(spare ? { spare } : {}),
  });

export const text = column(false);
export const figure = column(true);
/** A judgement in words, from best to worst or the other way. */
export const judgement = (key: string, label: string, spare?: Column['spare']): Column => ({
  ...text(key, label, spare),
  ranks: true,
});

export const word = (value: string | null | undefined): Cell => ({ text: value || NO_FIGURE, value: value || null });
export const count = (value: number | null): Cell => ({ text: formatCount(value), value });
export const decimal = (value: number | null): Cell => ({ text: formatDecimal(value), value });
export const minutes = (value: number | null, isKnown: boolean): Cell => ({
  text: value !== null ? formatDecimal(value) : isKnown ? SAID.unreachable : NO_FIGURE,
  value,
});
/** Said in a caption where the figures of some lines are bounds. */
export const boundsWords = (rows: readonly (Knowledge | null)[]): string =>
  rows.some((row) => row?.elenco_incompleto) ? BOUND_WORDS.inCaption : '';

/** In the place of a judgement where nothing is known, with the sample of the map. */
export const notKnown = (): Cell => ({
  text: VERDICT_WORDS.NON_CARICATO.label,
  value: null,
  note: VERDICT_WORDS.NON_CARICATO.meaning,
  paint: VERDICT_PAINTS.NON_CARICATO,
});
export const percent = (value: number | null): Cell => ({ text: formatPercent(value), value });
export const measured = (measure: Measure, value: number | null): Cell => ({
  text: measureFigure(measure, value),
  value,
});
