import { reachOf } from '../../domain/hours';
import { atMost, isKnown } from '../../domain/knowledge';
import { el } from '../../drawing/dom';
import type { OpenData } from '../../state/viewData';
import { LABEL, SAID } from '../../text/labels';
import { named } from '../../text/names';
import { formatMinutes } from '../../text/numbers';
import { SHEET } from '../../text/sheetWords';
import { REACH_WORDS } from '../../text/viewWords';
import { facts, notKnown } from '../shared/parts';

/** The nearest sede that is open, from the comune of this code. */
export function openFacts(code: string, open: OpenData): HTMLElement[] {
  const row = open.rows.get(code);
  if (!row) return [];
  const title = el('h3', {}, SHEET.openThen);
  if (!isKnown(row)) return [title, notKnown()];
  return [
    title,
    facts([
      [LABEL.outcome, REACH_WORDS[reachOf(row)].label],
      [SHEET.nearestOpen, named(row.sede_vicina_nome, row.sede_vicina) ?? SAID.none],
      [LABEL.time, row.minuti === null ? SHEET.noneReached : atMost(row, formatMinutes(row.minuti))],
    ]),
  ];
}
