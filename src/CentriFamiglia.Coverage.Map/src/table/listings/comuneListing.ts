import { rowsOf } from '../../api/apiClient';
import type { ComuneRow } from '../../api/rows';
import { isKnown } from '../../domain/knowledge';
import { paintComune } from '../../drawing/painting';
import type { ViewData } from '../../state/viewData';
import { NO_FIGURE } from '../../text/numbers';
import {
  boundsWords,
  type Cell,
  count,
  decimal,
  figure,
  judgement,
  type Listing,
  minutes,
  notKnown,
  text,
  word,
} from './cells';

/** The comuni by their travel times. */
export function comuneListing(data: ViewData): Listing {
  const rows = data.comuni ? rowsOf(data.comuni) : [];
  return {
    caption: `Comuni: minuti in auto dalla sede più vicina${boundsWords(rows)}`,
    columns: [
      text('nome', 'Comune'),
      text('ambito', 'Ambito', 'desk'),
      text('ats', 'ATS', 'desk'),
      figure('minuti', 'Minuti'),
      figure('km', 'Km', 'phone'),
      figure('residenti', 'Residenti'),
      judgement('oltre', 'Limite', 'phone'),
    ],
    lines: rows.map((row) => ({
      selection: { kind: 'comune', code: row.pro_com_t },
      ats: row.ats,
      searched: `${row.comune} ${row.ambito} ${row.pro_com_t}`,
      unknown: !isKnown(row),
      cells: [
        word(row.comune),
        word(row.ambito),
        word(row.ats),
        { ...minutes(row.minuti, isKnown(row)), paint: paintComune(row, data.classes) },
        decimal(row.km),
        count(row.residenti),
        limitCell(row),
      ],
    })),
    // The planner's question: my comuni, the farthest first.
    usual: { column: 'minuti', descending: true },
  };
}

function limitCell(row: ComuneRow): Cell {
  if (!isKnown(row)) return notKnown();
  if (row.oltre_limite === null) return { text: NO_FIGURE, value: null };
  if (row.esito_limite === 'incerto') return { text: 'incerto', value: 1 };
  return row.oltre_limite ? { text: 'oltre', value: 2 } : { text: 'entro', value: 0 };
}
