import { rowsOf, type Shapes } from '../../api/apiClient';
import type { FindingRow } from '../../api/findingRows';
import { findingCode, isWanted } from '../../domain/findings';
import { OUTCOME_PAINTS } from '../../drawing/styles';
import type { ViewState } from '../../state/viewState';
import { LABEL } from '../../text/labels';
import { LIST } from '../../text/listWords';
import { LEVEL_WORDS, OUTCOME_WORDS, OUTCOMES, SUBJECT_WORDS } from '../../text/words';
import { type Listing, text, word } from './cells';

/** The findings of the chosen outcome and rule, the most serious first. */
export function findingListing(findings: Shapes<FindingRow>, state: ViewState): Listing {
  return {
    caption: LIST.findings,
    columns: [
      text('nome', LIST.subject),
      text('regola', LABEL.rule),
      text('esito', LABEL.outcome),
      text('sezione', LIST.point, 'desk'),
      text('rimedio', LABEL.cure, 'desk'),
      text('motivo', LABEL.why, 'desk'),
      text('ats', LEVEL_WORDS.ats.one, 'desk'),
    ],
    lines: rowsOf(findings)
      .filter((row) => isWanted(row, { ...state, ats: null }))
      .map((row) => ({
        selection: { kind: 'rilievo', code: findingCode(row) },
        place: { level: row.livello, code: row.codice },
        ats: row.ats ?? '',
        searched: `${row.nome} ${row.codice} ${row.regola} ${row.motivo}`,
        cells: [
          word(nameOf(row)),
          { text: row.regola, value: row.regola, note: LIST.clause(row.sezione, row.citazione) },
          {
            text: OUTCOME_WORDS[row.esito].label,
            value: OUTCOMES.indexOf(row.esito),
            paint: OUTCOME_PAINTS[row.esito],
          },
          word(row.sezione),
          { ...word(row.rimedio), isItalian: true },
          { ...word(row.motivo), isItalian: true },
          word(row.ats),
        ],
      })),
    usual: { column: 'esito', descending: false },
  };
}

/** An Ambito and a Distretto may have the same name. */
function nameOf({ livello, nome }: FindingRow): string {
  return livello === 'rete' || livello === 'sede' ? nome : `${SUBJECT_WORDS[livello]} ${nome}`;
}
