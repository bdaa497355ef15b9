import { pair } from '../../domain/trialWords';
import { el } from '../../drawing/dom';
import { areasOf } from '../../state/trialData';
import type { TrialData } from '../../state/viewData';
import { notComparable, todayAnd, UNCHANGED } from '../../text/compareWords';
import { LABEL } from '../../text/labels';
import { formatCount, formatMinutes } from '../../text/numbers';
import { type Level, VERDICT_WORDS } from '../../text/words';
import { capital, facts, note } from '../shared/parts';

/** What the other state changes for an area or a comune, in its sheet: each figure before and after. */
export function changeFacts(level: Level, code: string, { answer, name }: TrialData): HTMLElement[] {
  if (!answer) return [];
  const title = el('h3', {}, capital(todayAnd(name)));
  if (level === 'comune') {
    const row = answer.rows.get(code);
    if (!row) return [title, note(UNCHANGED(name))];
    return [title, facts([[LABEL.minutes, pair(formatMinutes(row.minuti_prima), formatMinutes(row.minuti_dopo))]])];
  }
  const area = areasOf(answer.areas, level).get(code);
  if (!area) return [title, note(UNCHANGED(name))];
  const travel: [string, string][] = [
    [LABEL.meanTravel, pair(formatMinutes(area.minuti_medi_prima), formatMinutes(area.minuti_medi_dopo))],
    [
      LABEL.beyondLimit,
      pair(formatCount(area.residenti_oltre_limite_prima), formatCount(area.residenti_oltre_limite_dopo)),
    ],
  ];
  return [
    title,
    facts([
      [LABEL.verdict, pair(VERDICT_WORDS[area.verdetto_prima].label, VERDICT_WORDS[area.verdetto_dopo].label)],
      ...travel,
    ]),
    ...(area.confrontabile === false ? [note(`${capital(notComparable())}.`)] : []),
  ];
}
