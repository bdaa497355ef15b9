import type { Json } from '../api/meta';
import { COLUMN_PARTS } from '../text/downloadWords';
import { NO_FIGURE } from '../text/numbers';
import type { Cell, Column, Line, Listing, Place } from './listings/cells';

/** One column of a file: a column of the table may become several, where its cells say several things. */
interface FileColumn {
  key: string;
  label: string;
  type: 'text' | 'integer' | 'number';
  values: (string | number | null)[];
}

/**
 * Columns and rows of the table, as the service writes them to a file: all lines, in order, with what they are about.
 * @param other Name of the state beside today's, `con la prova`; empty where the table shows one.
 */
export function tableFile({ columns }: Pick<Listing, 'columns'>, lines: readonly Line[], other = ''): Json {
  const file = columns.flatMap((column, i) =>
    column.numeric ? figures(column, cellsAt(lines, i), other) : [words(column, cellsAt(lines, i))],
  );
  return {
    columns: file.map(({ key, label, type }) => ({ key, label, type })),
    rows: lines.map((line, row) => ({
      ...(placeOf(line) ?? { level: null, code: null }),
      cells: file.map(({ values }) => values[row] ?? null),
    })),
  };
}

const cellsAt = (lines: readonly Line[], column: number): (Cell | undefined)[] =>
  lines.map((line) => line.cells[column]);

const words = ({ key, label }: Column, cells: readonly (Cell | undefined)[]): FileColumn => ({
  key,
  label,
  type: 'text',
  values: cells.map((cell) => (cell && cell.text !== NO_FIGURE ? cell.text : null)),
});

/** The figures as numbers; what the cells say beside them stands in columns of its own. */
function figures({ key, label, unit }: Column, cells: readonly (Cell | undefined)[], other: string): FileColumn[] {
  const named = unit ? `${label}, ${unit}` : label;
  const values = cells.map((cell) => numberOf(cell?.value));
  const notes = cells.map(
    (cell) => cell?.said ?? (cell && cell.value === null && !isDash(cell.text) ? cell.text : null),
  );
  const before = cells.map((cell) => numberOf(cell?.before));
  const parts = cells.some((cell) => cell?.before !== undefined)
    ? [
        column(`${key}_prima`, `${named}, ${COLUMN_PARTS.before}`, before),
        column(`${key}_dopo`, `${named}, ${other}`, values),
      ]
    : [
        column(key, named, values),
        { key: `${key}_nota`, label: `${named}, ${COLUMN_PARTS.note}`, type: 'text' as const, values: notes },
      ];
  return parts.filter((part) => part.type !== 'text' || part.values.some((value) => value !== null));
}

const column = (key: string, label: string, values: (number | null)[]): FileColumn => ({
  key,
  label,
  type: values.every((value) => value === null || Number.isSafeInteger(value)) ? 'integer' : 'number',
  values,
});

const numberOf = (value: string | number | null | undefined): number | null =>
  typeof value === 'number' && Number.isFinite(value) ? value : null;

const isDash = (text: string): boolean => text === NO_FIGURE;

function placeOf({ place, selection: { kind, code } }: Line): Place | null {
  if (place !== undefined) return place;
  return kind === 'proposta' || kind === 'rilievo' ? null : { level: kind, code };
}
