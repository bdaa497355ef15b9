import { isKnown } from '../../domain/knowledge';
import { isTime } from '../../domain/measures';
import { paintValue } from '../../drawing/painting';
import { itemsOf, type MeasureData, type MeasureItem, measureClasses } from '../../state/measureData';
import type { ViewState } from '../../state/viewState';
import { LABEL } from '../../text/labels';
import { LIST } from '../../text/listWords';
import { measureTitle } from '../../text/measureWords';
import { STATISTIC_WORDS } from '../../text/viewWords';
import { LEVEL_WORDS } from '../../text/words';
import { atsCell, atsColumn } from './areaLines';
import { type Cell, type Column, count, figure, type Listing, measured, notKnown, text, word } from './cells';

/** The values of a measure, comune by comune or area by area: the worst served first. */
export function measureListing(data: MeasureData, state: ViewState, limits: readonly number[]): Listing {
  const classes = measureClasses(data, state, limits);
  const level = LEVEL_WORDS[state.level];
  const comuni = state.level === 'comune';
  const own: [Column[], (item: MeasureItem) => Cell[]] = comuni
    ? [[text('ambito', LEVEL_WORDS.ambito.one, 'desk')], (item) => [word(item.within)]]
    : [
        [figure('p90', 'P90', 'phone'), figure('senza', LIST.withoutAccess, 'phone')],
        (item) => [measured(data.measure, item.p90), count(item.without)],
      ];
  return {
    caption: `${level.many}: ${measureTitle(data.measure, data.unit)}`,
    columns: [
      text('nome', level.one),
      figure('valore', comuni ? LABEL.value : STATISTIC_WORDS[state.statistic]),
      figure('residenti', LABEL.residents),
      ...own[0],
      ...(comuni ? [text('motivo', LABEL.note, 'phone')] : []),
      ...atsColumn(state.level),
    ],
    lines: [...itemsOf(data, state).values()].map((item) => ({
      selection: { kind: state.level, code: item.code },
      ats: item.ats,
      searched: `${item.name} ${item.within ?? ''}`,
      unknown: !isKnown(item),
      cells: [
        word(item.name),
        isKnown(item) ? { ...measured(data.measure, item.value), paint: paintValue(item.value, classes) } : notKnown(),
        count(item.residents),
        ...own[1](item),
        ...(comuni ? [{ ...word(item.reason), isItalian: true }] : []),
        ...atsCell(state.level, item.ats),
      ],
    })),
    usual: { column: 'valore', descending: isTime(data.measure) },
  };
}
