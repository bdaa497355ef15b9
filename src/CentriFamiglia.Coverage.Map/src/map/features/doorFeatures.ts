import type { OpenComuneRow } from '../../api/openRows';
import { reachOf } from '../../domain/hours';
import { atMost } from '../../domain/knowledge';
import { DARK, PALE, REACH_PAINTS, UNREACHABLE } from '../../drawing/styles';
import type { OpenData, ViewData } from '../../state/viewData';
import type { ViewState } from '../../state/viewState';
import { SAID } from '../../text/labels';
import { POINTED } from '../../text/legendWords';
import { formatMinutes } from '../../text/numbers';
import { REACH_WORDS } from '../../text/viewWords';
import { type Collection, type Description, drawn } from './collection';

/** A comune by whether it reaches an open door within its limit. */
export function describeOpen(row: OpenComuneRow | undefined): Description {
  if (!row) return { subtitle: SAID.noData, paint: UNREACHABLE };
  const reach = reachOf(row);
  const minutes = row.minuti === null ? POINTED.noOpen : POINTED.nearestOpen(atMost(row, formatMinutes(row.minuti)));
  return { subtitle: `${REACH_WORDS[reach].label} · ${minutes}`, paint: REACH_PAINTS[reach] };
}

/** The open sedi that some comune has nearest, and those whose hours are not known: the closed ones are left out. */
export function doorPoints({ sites }: ViewData, { rows, doors }: OpenData, state: ViewState): Collection {
  const nearest = new Set([...rows.values()].map((row) => row.sede_vicina));
  const uncertain = new Set([...doors.undeclared, ...doors.unread, ...doors.partial]);
  const shown = sites.features.filter(({ properties: { site_id: id } }) => nearest.has(id) || uncertain.has(id));
  return drawn({ ...sites, features: shown }, state, (row) => ({
    kind: 'sede',
    code: row.site_id,
    title: row.name,
    ...(nearest.has(row.site_id)
      ? { subtitle: POINTED.open, fill: DARK, ink: PALE, radius: 5.5 }
      : { subtitle: POINTED.unknownHours, fill: PALE, ink: DARK, radius: 4 }),
  }));
}
