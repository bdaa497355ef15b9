import { rowsOf } from '../../api/apiClient';
import { isKnown } from '../../domain/knowledge';
import type { AreaRecord, ViewData } from '../../state/viewData';
import type { Level } from '../../text/words';
import { LEVEL_WORDS } from '../../text/words';
import { type Cell, type Column, type Line, text, word } from './cells';

/** A line for each area of the view. */
export function areaLines(data: ViewData, cells: (row: AreaRecord) => Cell[]): Line[] {
  return rowsOf(data.areas).map((row) => ({
    selection: { kind: data.areaLevel, code: row.codice },
    ats: row.ats,
    searched: row.nome,
    unknown: !isKnown(row),
    cells: cells(row),
  }));
}

/** The ATS of a row, where the row is not an ATS itself. */
export const atsColumn = (level: Level): Column[] =>
  level === 'ats' ? [] : [text('ats', LEVEL_WORDS.ats.one, 'desk')];
export const atsCell = (level: Level, ats: string | null): Cell[] => (level === 'ats' ? [] : [word(ats)]);
