import { pair } from '../../domain/trialWords';
import { el } from '../../drawing/dom';
import { areasOf } from '../../state/trialData';
import type { TrialData } from '../../state/viewData';
import { NOT_COMPARABLE, todayAndWith, UNCHANGED } from '../../text/compareWords';
import { formatCount, formatMinutes } from '../../text/numbers';
import { type Level, VERDICT_WORDS } from '../../text/words';
import { capital, facts, note } from '../shared/parts';

/** What the other state changes for an area or a comune, in its sheet: each figure before and after. */
export function changeFacts(level: Level, code: string, { answer, by }: TrialData): HTMLElement[] {
  if (!answer) return [];
  const title = el('h3', {}, capital(todayAndWith(by)));
  if (level === 'comune') {
    const row = answer.rows.get(code);
    if (!row) return [title, note(UNCHANGED(by))];
    return [title, facts([['Minuti', pair(formatMinutes(row.minuti_prima), formatMinutes(row.minuti_dopo))]])];
  }
  const area = areasOf(answer.areas, level).get(code);
  if (!area) return [title, note(UNCHANGED(by))];
  const travel: [string, string][] = [
    ['Viaggio medio', pair(formatMinutes(area.minuti_medi_prima), formatMinutes(area.minuti_medi_dopo))],
    [
      'Residenti oltre il limite',
      pair(formatCount(area.residenti_oltre_limite_prima), formatCount(area.residenti_oltre_limite_dopo)),
    ],
  ];
  return [
    title,
    facts([
      ['Verdetto', pair(VERDICT_WORDS[area.verdetto_prima].label, VERDICT_WORDS[area.verdetto_dopo].label)],
      ...travel,
    ]),
    ...(area.confrontabile === false ? [note(`${capital(NOT_COMPARABLE)}.`)] : []),
  ];
}
