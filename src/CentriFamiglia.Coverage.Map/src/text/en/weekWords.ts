import { counted, formatBrief, formatPercent } from './numbers';
import { peopleLabel, peopleWords } from './peopleWords';

export const WEEK_WORDS = {
  title: 'The week, half hour by half hour',
  get grid(): string {
    return `${peopleLabel()} with an open Sede within the limit, by day and half hour`;
  },
  day: 'Day',
  get legend(): string {
    return `${peopleLabel()} with an open Sede within the limit`;
  },
  how: 'A click, or Enter, chooses the moment; the arrow keys go from one half hour to the next.',
  lacking: 'Who never finds one open, Ambito by Ambito',
  lackingMeaning: 'Evening: Monday to Friday, from 18:00. Hours that are not known do not count as open.',
  ambito: 'Ambito',
  evening: 'In the evening',
  saturday: 'On Saturday',
  never: 'Never',
  play: 'Play the day',
  pause: 'Stop',
  step: 'Half an hour later',
};

export function weekCellWords(
  moment: string,
  residents: number | null,
  percent: number | null,
  open: number,
  uncertain: number,
): string {
  const doors = open === 0 ? 'no Sede open' : counted(open, 'Sede open', 'Sedi open');
  const unknown = uncertain > 0 ? `, ${formatBrief(uncertain)} of unknown hours` : '';
  const who = residents === null ? '' : `${peopleWords(residents)} (${formatPercent(percent)}), `;
  return `${moment}: ${who}${doors}${unknown}`;
}

export const momentAt = (day: string, clock: string): string => `${day} at ${clock}`;
