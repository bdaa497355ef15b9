import { isKnown } from '../../domain/knowledge';
import { measureFigure } from '../../domain/measures';
import { SHIFT_PAINTS } from '../../drawing/styles';
import type { MeasureData } from '../../state/measureData';
import { measurePairs } from '../../state/measureShift';
import type { ViewState } from '../../state/viewState';
import { todayAnd } from '../../text/compareWords';
import { LABEL } from '../../text/labels';
import { measureTitle } from '../../text/measureWords';
import { MEASURE_SHIFT_WORDS, MEASURE_SHIFTS } from '../../text/otherWords';
import { COLOURING_WORDS } from '../../text/viewWords';
import { LEVEL_WORDS } from '../../text/words';
import { atsCell, atsColumn } from './areaLines';
import { count, figure, judgement, type Listing, text, word } from './cells';
import { pairCell } from './pairCells';

/** A measure in two states, comune by comune or area by area: what changes most first. */
export function measureTrialListing(today: MeasureData, other: MeasureData, name: string, state: ViewState): Listing {
  const level = LEVEL_WORDS[state.level];
  return {
    caption: `${level.many}: ${measureTitle(today.measure, today.unit)}, ${todayAnd(name)}`,
    columns: [
      text('nome', level.one),
      judgement('esito', LABEL.whatChanges),
      figure('valore', LABEL.value),
      figure('differenza', COLOURING_WORDS.differenza, 'phone'),
      figure('residenti', LABEL.residents, 'desk'),
      ...atsColumn(state.level),
    ],
    lines: [...measurePairs(today, other, state).values()].map(({ before, after, shift }) => {
      const [then, now] = [before.value, after?.value ?? null];
      const difference = then === null || now === null ? null : now - then;
      return {
        selection: { kind: state.level, code: before.code },
        ats: before.ats,
        searched: `${before.name} ${before.within ?? ''}`,
        unknown: !isKnown(before) && !(after && isKnown(after)),
        cells: [
          word(before.name),
          {
            text: MEASURE_SHIFT_WORDS[shift].label,
            value: MEASURE_SHIFTS.indexOf(shift),
            note: MEASURE_SHIFT_WORDS[shift].meaning,
            paint: SHIFT_PAINTS[shift],
          },
          pairCell(then, now, (value) => measureFigure(today.measure, value)),
          {
            text: `${difference !== null && difference > 0 ? '+' : ''}${measureFigure(today.measure, difference)}`,
            value: difference,
          },
          count(before.residents),
          ...atsCell(state.level, before.ats),
        ],
      };
    }),
    usual: { column: 'esito', descending: false },
  };
}
