import { reachOf } from '../../domain/hours';
import { el } from '../../drawing/dom';
import type { OpenData } from '../../state/viewData';
import { formatMinutes } from '../../text/numbers';
import { REACH_WORDS } from '../../text/viewWords';
import { facts } from '../shared/parts';

/** The nearest door that is open, from the comune of this code. */
export function openFacts(code: string, open: OpenData): HTMLElement[] {
  const row = open.rows.get(code);
  if (!row) return [];
  return [
    el('h3', {}, 'Una porta aperta nel momento scelto'),
    facts([
      ['Esito', REACH_WORDS[reachOf(row)].label],
      ['Sede aperta più vicina', row.sede_vicina ?? 'nessuna'],
      ['Tempo', row.minuti === null ? 'nessuna raggiungibile' : formatMinutes(row.minuti)],
    ]),
  ];
}
