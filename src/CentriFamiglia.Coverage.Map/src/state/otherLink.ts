import type { OtherState } from '../api/otherState';

/** How the address writes them: as the service does. */
const NAMES = { date: 'data_dopo', sedi: 'sedi_dopo', rules: 'regole_dopo' } as const;

/** Writes the second of two states into an address. */
export function writeOther(p: URLSearchParams, other: OtherState): void {
  for (const name of ['date', 'sedi', 'rules'] as const) {
    const value = other[name];
    if (value !== null) p.set(NAMES[name], value);
  }
}

/** The second of two states that an address stands for; a day that is none is left out. */
export function readOther(p: URLSearchParams): OtherState {
  const date = p.get(NAMES.date);
  return {
    date: date && isDay(date) ? date : null,
    sedi: p.get(NAMES.sedi) || null,
    rules: p.get(NAMES.rules) || null,
  };
}

/** Whether a text is a day of the calendar, `2024-06-30`. */
export const isDay = (text: string): boolean =>
  /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text)) && new Date(text).toISOString().startsWith(text);
