import { DAYS, type Day } from '../text/viewWords';

/** Open from one minute of the day to another; past midnight it goes on beyond 1440. */
export interface Span {
  from: number;
  to: number;
}

export interface OpenDay {
  day: Day;
  spans: Span[];
  /** `9-12:30 e 14-18`; empty where it is closed. */
  words: string;
}

const CLOCK = /^(\d{1,2})(?::(\d{2}))?$/;

/**
 * The week that the service writes (`lun-ven 9-12:30 e 14-18; sab 9-12`), day by day; null for a text that is not written so, which is
 * never guessed at.
 */
export function openWeek(text: string | null): OpenDay[] | null {
  if (!text) return null;
  const week = new Map<Day, OpenDay>(DAYS.map((day) => [day, { day, spans: [], words: '' }]));
  for (const rule of text === 'chiuso' ? [] : text.split('; ')) {
    const match = /^(\D+) (\d.*)$/.exec(rule);
    const days = match && daysOf(match[1] ?? '');
    const words = match?.[2] ?? '';
    const spans = words.split(' e ').map(spanOf);
    if (!days || spans.includes(null)) return null;
    for (const day of days) week.set(day, { day, spans: spans as Span[], words });
  }
  return [...week.values()];
}

function daysOf(text: string): Day[] | null {
  if (text === 'tutti i giorni') return DAYS;
  const days = text.split(', ').flatMap((part) => {
    const [from = -1, to = from] = part.split('-').map((day) => DAYS.indexOf(day as Day));
    return from < 0 || to < from ? [null] : DAYS.slice(from, to + 1);
  });
  return days.includes(null) ? null : (days as Day[]);
}

function spanOf(text: string): Span | null {
  const [from = null, to = null] = text.split('-').map(minuteOf);
  if (from === null || to === null) return null;
  return { from, to: to <= from ? to + 24 * 60 : to };
}

function minuteOf(text: string): number | null {
  const match = CLOCK.exec(text);
  return match ? Number(match[1]) * 60 + Number(match[2] ?? 0) : null;
}

/** Hours open in the week. */
export const weeklyHours = (week: readonly OpenDay[]): number =>
  week.reduce((sum, { spans }) => sum + spans.reduce((day, { from, to }) => day + to - from, 0), 0) / 60;
