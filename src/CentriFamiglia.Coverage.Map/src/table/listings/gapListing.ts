import { rowsOf } from '../../api/apiClient';
import { isKnown } from '../../domain/knowledge';
import { areaMinutes, paintArea } from '../../drawing/painting';
import type { ViewData } from '../../state/viewData';
import type { ViewState } from '../../state/viewState';
import { LABEL } from '../../text/labels';
import { LIST } from '../../text/listWords';
import { STATISTIC_WORDS } from '../../text/viewWords';
import { LEVEL_WORDS } from '../../text/words';
import { areaLines, atsCell, atsColumn } from './areaLines';
import { boundsWords, count, decimal, figure, type Listing, minutes, percent, text, word } from './cells';

/** The areas by their travel times: those with most residents beyond the limit first. */
export function gapListing(data: ViewData, state: ViewState): Listing {
  const level = data.areaLevel;
  const [first, second] =
    state.statistic === 'media' ? (['media', 'mediana'] as const) : (['mediana', 'media'] as const);
  return {
    caption: LIST.minutesFrom(LEVEL_WORDS[level].many, boundsWords(rowsOf(data.areas).map((row) => row.gap))),
    columns: [
      text('nome', LEVEL_WORDS[level].one),
      ...atsColumn(level),
      figure(first, LIST.inMinutes(STATISTIC_WORDS[first])),
      figure(second, LIST.inMinutes(STATISTIC_WORDS[second]), 'desk'),
      figure('p90', LIST.ninetieth, 'phone'),
      figure('max', LIST.most, 'desk'),
      figure('oltre', LABEL.beyondLimit),
      { ...figure('quota', LIST.shareBeyond, 'phone'), unit: '%' },
    ],
    lines: areaLines(data, (row) => [
      word(row.nome),
      ...atsCell(level, row.ats),
      {
        ...minutes(areaMinutes(row, first), isKnown(row)),
        paint: paintArea(row, state, data.classes),
      },
      decimal(areaMinutes(row, second)),
      decimal(row.gap?.minuti_p90 ?? null),
      decimal(row.gap?.minuti_max ?? null),
      count(row.gap?.residenti_oltre_limite ?? null),
      percent(row.gap?.quota_oltre_limite_pct ?? null),
    ]),
    usual: { column: 'oltre', descending: true },
  };
}
