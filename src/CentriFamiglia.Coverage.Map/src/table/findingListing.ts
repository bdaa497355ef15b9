import { type FindingRow, findingCode } from '../api/findingRows';
import { isWanted, OUTCOME_ORDER, OUTCOMES } from '../domain/outcomes';
import { paintOf } from '../domain/painting';
import { rowsOf, type Shapes } from '../state/viewData';
import type { ViewState } from '../state/viewState';
import { type Listing, text, word } from './cells';

/** The findings of the chosen outcome and rule, the most serious first. */
export function findingListing(findings: Shapes<FindingRow>, state: ViewState): Listing {
  return {
    caption: 'Rilievi sulle regole dell’atto',
    columns: [
      text('nome', 'Di chi'),
      text('regola', 'Regola'),
      text('esito', 'Esito'),
      text('rimedio', 'Rimedio', 'phone'),
      text('motivo', 'Perché', 'desk'),
      text('ats', 'ATS', 'desk'),
    ],
    lines: rowsOf(findings)
      .filter((row) => isWanted(row, { ...state, ats: null }))
      .map((row) => ({
        selection: { kind: 'rilievo', code: findingCode(row) },
        ats: row.ats ?? '',
        searched: `${row.nome} ${row.codice} ${row.regola} ${row.motivo}`,
        cells: [
          word(row.nome),
          { text: row.regola, value: row.regola, note: `Allegato A, ${row.sezione}: «${row.citazione}»` },
          {
            text: OUTCOMES[row.esito].label,
            value: OUTCOME_ORDER.indexOf(row.esito),
            paint: paintOf(OUTCOMES[row.esito]),
          },
          word(row.rimedio),
          word(row.motivo),
          word(row.ats),
        ],
      })),
    usual: { column: 'esito', descending: false },
  };
}
