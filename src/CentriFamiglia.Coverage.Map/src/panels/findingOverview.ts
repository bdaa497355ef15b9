import type { FindingRow } from '../api/findingRows';
import { el } from '../dom';
import { countByOutcome, isWanted, OUTCOME_ORDER, OUTCOMES } from '../domain/outcomes';
import { swatch } from '../map/patterns';
import { rowsOf, type Shapes } from '../state/viewData';
import type { ViewState } from '../state/viewState';
import { formatCount } from '../text/numbers';
import type { Change } from './controls';
import { note } from './parts';

/** How many findings of each outcome the ATS and the rule have; each count filters, and a second click takes the filter away. */
export function findingOverview(findings: Shapes<FindingRow>, state: ViewState, change: Change): HTMLElement[] {
  const counts = countByOutcome(rowsOf(findings).filter((row) => isWanted(row, { ...state, outcome: null })));
  const buttons = OUTCOME_ORDER.map((outcome) => {
    const { label, fill, pattern, ink } = OUTCOMES[outcome];
    const pressed = state.outcome === outcome;
    return el(
      'button',
      {
        type: 'button',
        class: 'count-button',
        'aria-pressed': String(pressed),
        onclick: () => change({ outcome: pressed ? null : outcome, selection: null }),
      },
      swatch(fill, pattern, ink),
      el('span', {}, label),
      el('strong', {}, formatCount(counts[outcome])),
    );
  });
  return [
    el('div', { class: 'count-buttons', role: 'group', 'aria-label': 'Filtra per esito' }, ...buttons),
    note(
      '«Non dichiarato»: i dati non lo dicono, non è mai una violazione. I limiti di viaggio e di carico sono criteri di pianificazione, non previsti dall’atto.',
    ),
  ];
}
