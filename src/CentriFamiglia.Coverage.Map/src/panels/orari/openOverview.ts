import { rowsOf } from '../../api/apiClient';
import { countReaches } from '../../domain/hours';
import { isKnown } from '../../domain/knowledge';
import { el } from '../../drawing/dom';
import type { OpenData, ViewData } from '../../state/viewData';
import { type Change, isInScope, momentWords, type ViewState } from '../../state/viewState';
import { LABEL } from '../../text/labels';
import { OVERVIEW } from '../../text/legendWords';
import { formatCount, formatPercent } from '../../text/numbers';
import { LIMIT_IS_A_CRITERION, REACH_WORDS, REACHES } from '../../text/viewWords';
import { capital, note, smallTable } from '../shared/parts';
import { weekAreas } from './weekAreas';
import { weekGrid } from './weekGrid';

/** How many doors are open at the moment, who reaches one within the limit, and which sedi cannot be counted. */
export function openOverview(data: ViewData, open: OpenData, state: ViewState, change: Change): HTMLElement[] {
  const { doors } = open;
  const rows = [...open.rows.values()].filter((row) => isInScope(state, row));
  const counts = countReaches(rows);
  // What is not known is no part of what the shares are of.
  const residents = rows.filter(isKnown).reduce((sum, row) => sum + (row.residenti ?? 0), 0);
  const uncertain = [...doors.undeclared, ...doors.unread, ...doors.partial];
  return [
    ...(data.week && residents > 0 ? [weekGrid(data.week.moments, state, change)] : []),
    el(
      'p',
      {},
      el('strong', {}, `${capital(momentWords(state))}: `),
      OVERVIEW.doors(doors.open, doors.closed, uncertain.length),
    ),
    smallTable(
      [OVERVIEW.anOpenSede, LABEL.residents, LABEL.share, LABEL.comuni],
      REACHES.filter((reach) => counts[reach].comuni > 0).map((reach) => [
        REACH_WORDS[reach].label,
        formatCount(counts[reach].residents),
        formatPercent(residents > 0 && reach !== 'nonNoto' ? (100 * counts[reach].residents) / residents : null),
        formatCount(counts[reach].comuni),
      ]),
    ),
    ...(data.week ? weekAreas(data.week.areas, state.ats) : []),
    ...(uncertain.length ? [uncertainSites(data, open)] : []),
    note(`${OVERVIEW.ordinaryWeek} ${LIMIT_IS_A_CRITERION}`),
  ];
}

function uncertainSites(data: ViewData, { doors }: OpenData): HTMLElement {
  const names = new Map(rowsOf(data.sites).map((row) => [row.site_id, `${row.name} (${row.comune ?? row.pro_com_t})`]));
  const lists = (
    [
      [OVERVIEW.hoursUndeclared, doors.undeclared],
      [OVERVIEW.hoursUnread, doors.unread],
      [OVERVIEW.hoursInPart, doors.partial],
    ] as const
  ).filter(([, ids]) => ids.length > 0);
  return el(
    'details',
    {},
    el('summary', {}, OVERVIEW.uncounted),
    ...lists.map(([title, ids]) => note(`${title}: ${ids.map((id) => names.get(id) ?? id).join(', ')}.`)),
  );
}
