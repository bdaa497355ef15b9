import { counted, formatCount, formatDecimal } from './numbers';

export const NETWORK_WORDS = {
  week: 'The week',
  day: 'Day',
  bar: 'From 7:00 to 21:00',
  hours: 'Hours',
  closed: 'closed',
  network: 'The network',
  load: 'Load',
  contribution: 'Grant',
  unstated: 'not stated',
  ended: 'The network is not running: neither it nor its Sedi count.',
};

export const weeklyWords = (hours: number): string =>
  Number.isInteger(hours) ? `${counted(hours, 'hour', 'hours')} a week` : `${formatDecimal(hours)} hours a week`;

export const spokeLoad = (spokes: number, most: number | null): string =>
  `${counted(spokes, 'Spoke', 'Spokes')}${most === null ? '' : ` of ${formatCount(most)}`}${most !== null && spokes > most ? ' (beyond the most allowed, a planning criterion)' : ''}`;

const HOUR_WORDS: Record<string, string> = {
  lun: 'Mon',
  mar: 'Tue',
  mer: 'Wed',
  gio: 'Thu',
  ven: 'Fri',
  sab: 'Sat',
  dom: 'Sun',
  e: 'and',
  chiuso: 'closed',
  'tutti i giorni': 'every day',
};

/** `Mon-Fri 9-12:30 and 14-18; Sat 9-12`. */
export const hoursWords = (read: string): string =>
  read.replace(/tutti i giorni|[a-z]+/g, (word) => HOUR_WORDS[word] ?? word);
