import { rowsOf } from '../../api/apiClient';
import { weightOf } from '../../domain/fragility';
import { el } from '../../drawing/dom';
import type { FragilityData } from '../../state/viewData';
import { isInScope, type ViewState } from '../../state/viewState';
import { formatCount } from '../../text/numbers';
import { note } from '../shared/parts';

/** How many sedi hold up an area alone, how many change nothing, and how the figures are to be read. */
export function fragilityOverview({ sites }: FragilityData, state: ViewState): HTMLElement[] {
  const rows = rowsOf(sites).filter((row) => isInScope(state, row));
  const alone = rows.filter((row) => row.unita_perse > 0).length;
  const none = rows.filter((row) => weightOf(row) === 'nulla').length;
  return [
    el(
      'p',
      {},
      el('strong', {}, `${formatCount(alone)} sedi su ${formatCount(rows.length)} sono le sole della loro area. `),
      `Di ${formatCount(none)} la chiusura non allontana nessuno.`,
    ),
    note(
      'Ogni sede è chiusa da sola, con tutte le altre aperte: le cifre di due sedi non si sommano. Gli effetti e il posto sono di tutta la regione.',
    ),
  ];
}
