import type { WeekAreaRow, WeekRow } from '../api/weekRows';
import { CLASS_WORDS } from '../text/labels';
import { DAYS, type Day } from '../text/viewWords';
import { classesOf } from './classes';
import { STEP_MINUTES } from './hours';

/** The part of the day that is always shown; more where a door is open. */
const USUAL = [7 * 60, 20 * 60 + 30] as const;

/** Classes of the share of residents that reach an open door, percent. */
export const WEEK_CLASSES = classesOf([0, 20, 40, 60, 80]).map((each) => ({
  ...each,
  label: each.upTo === 0 ? CLASS_WORDS.nobody : CLASS_WORDS.percent(each.label),
}));

export interface WeekPicture {
  /** Half hours, minutes of the day. */
  minutes: number[];
  days: { day: Day; cells: WeekRow[] }[];
}

/** The week day by day, from the first half hour that matters to the last. */
export function weekPicture(moments: readonly WeekRow[]): WeekPicture {
  const open = moments.filter((row) => row.sedi_aperte > 0).map((row) => row.minuto);
  const [first, last] = [Math.min(USUAL[0], ...open), Math.max(USUAL[1], ...open)];
  const minutes = Array.from({ length: (last - first) / STEP_MINUTES + 1 }, (_, i) => first + i * STEP_MINUTES);
  const byMoment = new Map(moments.map((row) => [`${row.giorno} ${row.minuto}`, row]));
  return {
    minutes,
    days: DAYS.map((day) => ({
      day,
      cells: minutes.flatMap((minute) => byMoment.get(`${day} ${minute}`) ?? []),
    })),
  };
}

/** Where the arrows, Home and End lead from a cell; null for any other key. */
export function weekStep(
  key: string,
  { row, column }: { row: number; column: number },
  { minutes, days }: WeekPicture,
): { row: number; column: number } | null {
  const [lastRow, lastColumn] = [days.length - 1, minutes.length - 1];
  switch (key) {
    case 'ArrowLeft':
      return { row, column: Math.max(0, column - 1) };
    case 'ArrowRight':
      return { row, column: Math.min(lastColumn, column + 1) };
    case 'ArrowUp':
      return { row: Math.max(0, row - 1), column };
    case 'ArrowDown':
      return { row: Math.min(lastRow, row + 1), column };
    case 'Home':
      return { row, column: 0 };
    case 'End':
      return { row, column: lastColumn };
    default:
      return null;
  }
}

/** The Ambiti in sight that are known, those with most residents without an open door in the evening first. */
export const lackingFirst = (areas: readonly WeekAreaRow[], ats: string | null): WeekAreaRow[] =>
  areas
    .filter((row) => row.elenco_incompleto !== null && (ats === null || row.ats === ats))
    .toSorted(
      (a, b) =>
        (b.residenti_senza_sera ?? 0) - (a.residenti_senza_sera ?? 0) ||
        (b.residenti_senza_sabato ?? 0) - (a.residenti_senza_sabato ?? 0) ||
        a.nome.localeCompare(b.nome, 'it'),
    );
