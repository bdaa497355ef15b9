import { rowsOf } from '../../api/apiClient';
import type { BudgetRow } from '../../api/rows';
import { freeShare, freeWords, isMoneyKnown } from '../../domain/resources';
import { paintFree } from '../../drawing/painting';
import type { ViewData } from '../../state/viewData';
import { LIST } from '../../text/listWords';
import { formatEuro, formatPercent, wholeEuros } from '../../text/numbers';
import { RESOURCE_WORDS } from '../../text/resourceWords';
import { LEVEL_WORDS } from '../../text/words';
import { type Cell, count, figure, type Listing, notKnown, text, word } from './cells';

/** The money of every ATS: the least free first, and last those of which it is not known. */
export function resourceListing({ ats, budget }: ViewData): Listing {
  const codes = new Map(rowsOf(ats).map((row) => [row.nome, row.codice]));
  return {
    caption: LIST.resources,
    columns: [
      text('nome', LEVEL_WORDS.ats.one),
      figure('quota', RESOURCE_WORDS.share),
      figure('assegnazione', RESOURCE_WORDS.assigned, 'phone'),
      figure('uguale', RESOURCE_WORDS.equal, 'desk'),
      figure('per_residenti', RESOURCE_WORDS.byResidents, 'desk'),
      figure('impegnato', RESOURCE_WORDS.committed, 'desk'),
      figure('libero', RESOURCE_WORDS.free),
      figure('speso', RESOURCE_WORDS.spent, 'desk'),
      figure('progetti', RESOURCE_WORDS.projects, 'desk'),
      figure('residuo', LIST.balance, 'desk'),
      figure('per_residente', LIST.eurosPerResident, 'desk'),
    ],
    lines: budget.map((row) => {
      const share = freeShare(row);
      return {
        selection: { kind: 'ats', code: codes.get(row.ats) ?? row.ats },
        ats: row.ats,
        searched: row.ats,
        unknown: share === null,
        cells: [
          word(row.ats),
          share === null
            ? { ...notKnown(), note: RESOURCE_WORDS.notKnown }
            : { text: formatPercent(share), value: share, paint: paintFree(share) },
          euros(row.assegnazione_eur),
          euros(row.parte_uguale_eur),
          euros(row.parte_residenti_eur),
          euros(share === null ? null : row.impegnato_eur),
          free(row),
          euros(row.speso_eur),
          count(row.progetti_al_tetto_ats),
          euros(row.residuo_eur),
          { text: formatEuro(row.eur_per_residente), value: row.eur_per_residente },
        ],
      };
    }),
    usual: { column: 'quota', descending: false },
  };
}

const free = (row: BudgetRow): Cell => {
  const cell = euros(isMoneyKnown(row) ? row.libero_eur : null);
  return { ...cell, text: freeWords(row, cell.text) };
};

/** Without cents, which stand beside it for who points at it. */
const euros = (value: number | null): Cell => ({ text: wholeEuros(value), value, note: formatEuro(value) });
