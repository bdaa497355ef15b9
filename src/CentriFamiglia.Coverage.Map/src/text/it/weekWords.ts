import { counted, formatBrief, formatPercent } from './numbers';
import { peopleLabel, peopleWords } from './peopleWords';

/** What the picture of the week says. */
export const WEEK_WORDS = {
  title: 'La settimana, mezz’ora per mezz’ora',
  get grid(): string {
    return `${peopleLabel()} con una sede aperta entro il limite, per giorno e mezz’ora`;
  },
  day: 'Giorno',
  get legend(): string {
    return `${peopleLabel()} con una sede aperta entro il limite`;
  },
  how: 'Un clic, o Invio, sceglie il momento; le frecce passano da una mezz’ora all’altra.',
  lacking: 'Chi non trova mai aperto, Ambito per Ambito',
  lackingMeaning: 'Sera: da lunedì a venerdì, dalle 18. Gli orari non noti non contano come aperti.',
  ambito: 'Ambito',
  evening: 'La sera',
  saturday: 'Di sabato',
  never: 'Mai',
  play: 'Scorri il giorno',
  pause: 'Ferma',
  step: 'Mezz’ora dopo',
};

/** One half hour: `Martedì 17:30: 4,5 milioni di residenti (45,5 %), 8 sedi aperte`. */
export function weekCellWords(
  moment: string,
  residents: number | null,
  percent: number | null,
  open: number,
  uncertain: number,
): string {
  const doors = open === 0 ? 'nessuna sede aperta' : counted(open, 'sede aperta', 'sedi aperte');
  const unknown = uncertain > 0 ? `, ${formatBrief(uncertain)} dagli orari non noti` : '';
  const who = residents === null ? '' : `${peopleWords(residents)} (${formatPercent(percent)}), `;
  return `${moment}: ${who}${doors}${unknown}`;
}

/** A moment of the week within a sentence: `martedì alle 17:30`. */
export const momentAt = (day: string, clock: string): string => `${day.toLowerCase()} alle ${clock}`;
