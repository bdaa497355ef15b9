import { type OpenDay, openWeek, type Span, weeklyHours } from '../../domain/openingWeek';
import { el } from '../../drawing/dom';
import { hoursWords, NETWORK_WORDS, weeklyWords } from '../../text/networkWords';
import { DAY_WORDS } from '../../text/viewWords';

/** The part of the day that the bars are of; they reach further where a door is open earlier or later. */
const USUAL = [7 * 60, 21 * 60] as const;

/** The week of a sede: a bar and its hours for each day; nothing where the hours are not wholly read. */
export function siteWeek(hours: string | null): HTMLElement[] {
  const week = openWeek(hours);
  if (!week) return [];
  const spans = week.flatMap((each) => each.spans);
  const first = Math.min(USUAL[0], ...spans.map(({ from }) => from));
  const last = Math.max(USUAL[1], ...spans.map(({ to }) => to));
  const row = ({ day, spans: own, words }: OpenDay) =>
    el(
      'tr',
      {},
      el('th', { scope: 'row' }, DAY_WORDS[day]),
      el(
        'td',
        { class: 'day-track', 'aria-hidden': 'true' },
        el('span', {}, ...own.map((span) => bar(span, first, last))),
      ),
      el('td', {}, hoursWords(words) || NETWORK_WORDS.closed),
    );
  return [
    el('h3', {}, `${NETWORK_WORDS.week}: ${weeklyWords(weeklyHours(week))}`),
    el('table', { class: 'site-week' }, el('tbody', {}, ...week.map(row))),
  ];
}

function bar({ from, to }: Span, first: number, last: number): HTMLElement {
  const part = el('i');
  const percent = (minutes: number) => `${(100 * minutes) / (last - first)}%`;
  part.style.insetInlineStart = percent(from - first);
  part.style.inlineSize = percent(to - from);
  return part;
}
