import { rowsOf, type Shapes } from '../../api/apiClient';
import type { FindingRow } from '../../api/findingRows';
import { countByOutcome, isWanted } from '../../domain/findings';
import { el } from '../../drawing/dom';
import { swatch } from '../../drawing/patterns';
import { OUTCOME_PAINTS } from '../../drawing/styles';
import type { Change, Select, ViewState } from '../../state/viewState';
import { formatCount } from '../../text/numbers';
import { FINDING } from '../../text/sheetWords';
import { OUTCOME_WORDS, OUTCOMES } from '../../text/words';
import { findingGroups } from './findingGroups';

/** How many findings of each outcome the ATS and the rule have; each count filters, and a second click takes the filter away. */
export function findingOverview(
  findings: Shapes<FindingRow>,
  state: ViewState,
  change: Change,
  select: Select,
): HTMLElement[] {
  const counts = countByOutcome(rowsOf(findings).filter((row) => isWanted(row, { ...state, outcome: null })));
  const buttons = OUTCOMES.map((outcome) => {
    const pressed = state.outcome === outcome;
    return el(
      'button',
      {
        type: 'button',
        class: 'count-button',
        'aria-pressed': String(pressed),
        onclick: () => change({ outcome: pressed ? null : outcome, selection: null }),
      },
      swatch(OUTCOME_PAINTS[outcome]),
      el('span', {}, OUTCOME_WORDS[outcome].label),
      el('strong', {}, formatCount(counts[outcome])),
    );
  });
  const wanted = rowsOf(findings).filter((row) => isWanted(row, state));
  return [
    el('div', { class: 'count-buttons', role: 'group', 'aria-label': FINDING.filter }, ...buttons),
    findingGroups(wanted, state, change, select),
  ];
}
