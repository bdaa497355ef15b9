import type { OpenComuneRow } from '../api/openRows';
import { REACH_STYLES, reachOf } from '../domain/openDoors';
import { type Paint, paintOf, UNREACHABLE } from '../domain/painting';
import type { OpenData, ViewData } from '../state/viewData';
import type { ViewState } from '../state/viewState';
import { formatMinutes } from '../text/numbers';
import { type Collection, collection } from './collection';

/** A comune by whether it reaches an open door within its limit. */
export function describeOpen(row: OpenComuneRow | undefined): { subtitle: string; paint: Paint } {
  if (!row) return { subtitle: 'senza dati', paint: UNREACHABLE };
  const style = REACH_STYLES[reachOf(row)];
  const minutes = row.minuti === null ? 'nessuna porta aperta' : `porta aperta a ${formatMinutes(row.minuti)}`;
  return { subtitle: `${style.label} · ${minutes}`, paint: paintOf(style) };
}

/** The open sedi that some comune has nearest, and those whose hours are not known: the closed ones are left out. */
export function doorPoints(data: ViewData, open: OpenData, state: ViewState): Collection {
  const nearest = new Set([...open.rows.values()].map((row) => row.sede_vicina));
  const { undeclared, unread, partial } = open.doors;
  const uncertain = new Set([...undeclared, ...unread, ...partial]);
  return collection(
    data.sites.features.flatMap(({ geometry, properties: row }) => {
      const isOpen = nearest.has(row.site_id);
      if (!isOpen && !uncertain.has(row.site_id)) return [];
      const properties = {
        kind: 'sede',
        code: row.site_id,
        title: row.name,
        subtitle: isOpen ? 'aperta' : 'orari non noti per intero',
        fill: isOpen ? '#17324d' : '#ffffff',
        ink: isOpen ? '#ffffff' : '#17324d',
        radius: isOpen ? 5.5 : 4,
        outside: state.ats !== null && row.ats !== state.ats,
      };
      return [{ type: 'Feature' as const, geometry, properties }];
    }),
  );
}
