import type { WeekAreaRow } from '../../api/weekRows';
import { atMost } from '../../domain/knowledge';
import { lackingFirst } from '../../domain/week';
import { el } from '../../drawing/dom';
import { formatCount } from '../../text/numbers';
import { WEEK_WORDS } from '../../text/weekWords';
import { note, scrollTable } from '../shared/parts';

/** Residents of each Ambito that never find an open door in the evening, on Saturday, in the whole week; nothing where none is known. */
export function weekAreas(areas: readonly WeekAreaRow[], ats: string | null): HTMLElement[] {
  const rows = lackingFirst(areas, ats);
  if (rows.length === 0) return [];
  const figure = (row: WeekAreaRow, value: number | null) => atMost(row, formatCount(value));
  return [
    el(
      'details',
      { class: 'week-areas' },
      el('summary', {}, WEEK_WORDS.lacking),
      scrollTable(
        WEEK_WORDS.lacking,
        [WEEK_WORDS.ambito, WEEK_WORDS.evening, WEEK_WORDS.saturday, WEEK_WORDS.never],
        rows.map((row) => [
          row.nome,
          figure(row, row.residenti_senza_sera),
          figure(row, row.residenti_senza_sabato),
          figure(row, row.residenti_senza_settimana),
        ]),
      ),
      note(WEEK_WORDS.lackingMeaning),
    ),
  ];
}
