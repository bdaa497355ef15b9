import { isKnown } from '../../domain/knowledge';
import { paintArea } from '../../drawing/painting';
import type { ViewData } from '../../state/viewData';
import type { ViewState } from '../../state/viewState';
import { LABEL } from '../../text/labels';
import { LIST } from '../../text/listWords';
import { evidenceLabel, LEVEL_WORDS, ROLE_WORDS, VERDICT_WORDS, VERDICTS } from '../../text/words';
import { areaLines, atsCell, atsColumn } from './areaLines';
import { count, figure, judgement, type Listing, notKnown, text, word } from './cells';

/** The areas by verdict: the uncovered first, those not known last. */
export function verdictListing(data: ViewData, state: ViewState): Listing {
  const level = data.areaLevel;
  return {
    caption: LIST.verdicts(LEVEL_WORDS[level].many),
    columns: [
      text('nome', LEVEL_WORDS[level].one),
      ...atsColumn(level),
      judgement('verdetto', LABEL.verdict),
      figure('hub', ROLE_WORDS.hub, 'phone'),
      figure('spoke', ROLE_WORDS.spoke, 'phone'),
      figure('residenti', LABEL.inhabitants),
      text('fonte_stato', LABEL.source, 'desk'),
    ],
    lines: areaLines(data, (row) => [
      word(row.nome),
      ...atsCell(level, row.ats),
      isKnown(row)
        ? {
            text: VERDICT_WORDS[row.verdetto].label,
            value: VERDICTS.indexOf(row.verdetto),
            paint: paintArea(row, state, data.classes),
          }
        : notKnown(),
      count(row.hub),
      count(row.spoke),
      count(row.residenti),
      word(evidenceLabel(row.fonte_stato)),
    ]),
    usual: { column: 'verdetto', descending: true },
  };
}
