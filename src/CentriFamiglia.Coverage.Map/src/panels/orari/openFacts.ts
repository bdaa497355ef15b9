import { reachOf } from '../../domain/hours';
import { atMost, isKnown } from '../../domain/knowledge';
import { el } from '../../drawing/dom';
import type { OpenData } from '../../state/viewData';
import { named } from '../../text/names';
import { formatMinutes } from '../../text/numbers';
import { REACH_WORDS } from '../../text/viewWords';
import { facts, notKnown } from '../shared/parts';

const TITLE = 'Una sede aperta nel momento scelto';

/** The nearest sede that is open, from the comune of this code. */
export function openFacts(code: string, open: OpenData): HTMLElement[] {
  const row = open.rows.get(code);
  if (!row) return [];
  const title = el('h3', {}, TITLE);
  if (!isKnown(row)) return [title, notKnown()];
  return [
    title,
    facts([
      ['Esito', REACH_WORDS[reachOf(row)].label],
      ['Sede aperta più vicina', named(row.sede_vicina_nome, row.sede_vicina) ?? 'nessuna'],
      ['Tempo', row.minuti === null ? 'nessuna raggiungibile' : atMost(row, formatMinutes(row.minuti))],
    ]),
  ];
}
