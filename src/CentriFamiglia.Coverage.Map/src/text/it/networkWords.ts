import { counted, formatCount, formatDecimal } from './numbers';

/** What the sheet of a sede says of its hours and of its network. */
export const NETWORK_WORDS = {
  week: 'La settimana',
  day: 'Giorno',
  bar: 'Dalle 7 alle 21',
  hours: 'Orario',
  closed: 'chiusa',
  network: 'La rete',
  load: 'Carico',
  contribution: 'Contributo',
  unstated: 'non indicato',
  ended: 'La rete non è in corso: con le sue sedi non conta.',
};

/** `14 ore la settimana`, `17,5 ore la settimana`. */
export const weeklyWords = (hours: number): string =>
  Number.isInteger(hours) ? `${counted(hours, 'ora', 'ore')} la settimana` : `${formatDecimal(hours)} ore la settimana`;

/** How many Spokes there are, of the most there should be; null where that is not known. */
export const spokeLoad = (spokes: number, most: number | null): string =>
  `${formatCount(spokes)} Spoke${most === null ? '' : ` su ${formatCount(most)}`}${most !== null && spokes > most ? ' (oltre il massimo, criterio di pianificazione)' : ''}`;

/** Hours as the service writes them, `lun-ven 9-12:30 e 14-18; sab 9-12`. */
export const hoursWords = (read: string): string => read;
