import type { LayoutRow } from '../../api/layoutRows';
import { layoutState } from '../../domain/projects';
import { el } from '../../drawing/dom';
import { isInScope, type ViewState } from '../../state/viewState';
import { LABEL } from '../../text/labels';
import { OVERVIEW } from '../../text/legendWords';
import { formatCount } from '../../text/numbers';
import { LAYOUT_WORDS, PROJECT_WORDS } from '../../text/projectWords';
import { LEVEL_WORDS, ROLE_WORDS } from '../../text/words';
import { note, scrollTable } from '../shared/parts';

/** The networks of each ATS beside the figures of the act, and what differs. */
export function projectOverview(layout: Iterable<LayoutRow>, state: ViewState): HTMLElement[] {
  const rows = [...layout].filter((row) => isInScope(state, row));
  return [
    scrollTable(
      PROJECT_WORDS.legend,
      [LEVEL_WORDS.ats.one, LABEL.networks, OVERVIEW.act, ROLE_WORDS.hub, ROLE_WORDS.spoke, OVERVIEW.differences],
      rows.map((row) => [
        row.ats,
        formatCount(row.reti),
        formatCount(row.reti_atto),
        formatCount(row.hub),
        formatCount(row.spoke),
        row.differenze ? el('span', { lang: 'it' }, row.differenze) : LAYOUT_WORDS[layoutState(row)].label,
      ]),
    ),
    note(PROJECT_WORDS.act),
  ];
}
