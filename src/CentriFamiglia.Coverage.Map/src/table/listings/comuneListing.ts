import { rowsOf } from '../../api/apiClient';
import type { ComuneRow } from '../../api/rows';
import { isKnown } from '../../domain/knowledge';
import { paintComune } from '../../drawing/painting';
import type { ViewData } from '../../state/viewData';
import { LABEL } from '../../text/labels';
import { LIST } from '../../text/listWords';
import { NO_FIGURE } from '../../text/numbers';
import { LEVEL_WORDS } from '../../text/words';
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
    caption: LIST.minutesFrom(LEVEL_WORDS.comune.many, boundsWords(rows)),
    columns: [
      text('nome', LEVEL_WORDS.comune.one),
      text('ambito', LEVEL_WORDS.ambito.one, 'desk'),
      text('ats', LEVEL_WORDS.ats.one, 'desk'),
      figure('minuti', LABEL.minutes),
      figure('km', 'Km', 'phone'),
      figure('residenti', LABEL.residents),
      judgement('oltre', LABEL.limit, 'phone'),
    ],
    lines: rows.map((row) => ({
      selection: { kind: 'comune', code: row.pro_com_t },
      ats: row.ats,
      searched: `${row.comune} ${row.ambito ?? ''} ${row.pro_com_t}`,
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
  if (row.esito_limite === 'incerto') return { text: LIST.uncertain, value: 1 };
  return row.oltre_limite ? { text: LIST.beyond, value: 2 } : { text: LIST.within, value: 0 };
}
