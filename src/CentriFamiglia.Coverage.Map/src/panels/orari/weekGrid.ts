import type { WeekRow } from '../../api/weekRows';
import { classIndex } from '../../domain/classes';
import { clockOf } from '../../domain/hours';
import { WEEK_CLASSES, type WeekPicture, weekPicture, weekStep } from '../../domain/week';
import { el } from '../../drawing/dom';
import { plain } from '../../drawing/paint';
import { swatch } from '../../drawing/patterns';
import type { Change, ViewState } from '../../state/viewState';
import { DAY_WORDS } from '../../text/viewWords';
import { WEEK_WORDS, weekCellWords } from '../../text/weekWords';
import { entry, note } from '../shared/parts';

type Chosen = Pick<ViewState, 'day' | 'minute'>;

/** The week as a picture, a cell for every half hour: each says its figures where it is pointed at, and sets the moment where it is pressed. */
export function weekGrid(moments: readonly WeekRow[], chosen: Chosen, change: Change): HTMLElement {
  const picture = weekPicture(moments);
  const said = el('p', { class: 'week-said' }, wordsOfChosen(moments, chosen));
  const table = el(
    'table',
    { class: 'week-grid', role: 'grid', 'aria-label': WEEK_WORDS.grid },
    el('thead', {}, headRow(picture)),
    el(
      'tbody',
      {},
      ...picture.days.map(({ day, cells }) =>
        el(
          'tr',
          {},
          el('th', { scope: 'row' }, el('abbr', { title: DAY_WORDS[day] }, DAY_WORDS[day].slice(0, 3))),
          ...cells.map((cell) => cellOf(cell, chosen, change)),
        ),
      ),
    ),
  );
  const buttons = [...table.querySelectorAll<HTMLButtonElement>('button')];
  const start = buttons.find((each) => each.closest('td')?.getAttribute('aria-selected') === 'true') ?? buttons[0];
  if (start) start.tabIndex = 0;
  listen(table, buttons, picture, said);
  return el(
    'figure',
    { class: 'week' },
    el('figcaption', {}, WEEK_WORDS.legend),
    el('div', { class: 'week-scroll' }, table),
    said,
    el('ul', { class: 'week-legend' }, ...WEEK_CLASSES.map(({ fill, label }) => entry(swatch(plain(fill)), label))),
    note(WEEK_WORDS.how),
  );
}

/** A head for every hour, over its two halves. */
const headRow = ({ minutes }: WeekPicture): HTMLElement =>
  el(
    'tr',
    {},
    el('th', { scope: 'col' }, el('span', { class: 'visually-hidden' }, WEEK_WORDS.day)),
    ...minutes
      .filter((minute, index) => index === 0 || minute % 60 === 0)
      .map((minute) =>
        el(
          'th',
          { scope: 'col', colspan: minute % 60 === 0 && minutes.includes(minute + 30) ? 2 : 1 },
          String(Math.floor(minute / 60)),
        ),
      ),
  );

function cellOf(row: WeekRow, chosen: Chosen, change: Change): HTMLElement {
  const isChosen = row.giorno === chosen.day && row.minuto === chosen.minute;
  const press = () => change({ day: row.giorno, minute: row.minuto });
  const button = el('button', { type: 'button', tabindex: -1, 'aria-label': wordsOf(row), onclick: press });
  button.style.background = WEEK_CLASSES[classIndex(row.quota_entro_pct, WEEK_CLASSES) ?? 0]?.fill ?? '';
  return el('td', { role: 'gridcell', 'aria-selected': String(isChosen) }, button);
}

const wordsOf = (row: WeekRow): string =>
  weekCellWords(
    `${DAY_WORDS[row.giorno]} ${clockOf(row.minuto)}`,
    row.residenti_entro,
    row.quota_entro_pct,
    row.sedi_aperte,
    row.sedi_incerte,
  );

function wordsOfChosen(moments: readonly WeekRow[], { day, minute }: Chosen): string {
  const row = moments.find((each) => each.giorno === day && each.minuto === minute);
  return row ? wordsOf(row) : '';
}

/** What is pointed at, or has the focus, is said under the picture; the arrows lead from cell to cell. */
function listen(table: HTMLElement, buttons: HTMLButtonElement[], picture: WeekPicture, said: HTMLElement): void {
  const usual = said.textContent;
  const buttonOf = (event: Event) => (event.target as HTMLElement).closest<HTMLButtonElement>('td button');
  const say = (event: Event) => {
    said.textContent = buttonOf(event)?.getAttribute('aria-label') ?? usual;
  };
  for (const type of ['pointerover', 'focusin']) table.addEventListener(type, say);
  for (const type of ['pointerleave', 'focusout']) {
    table.addEventListener(type, () => {
      said.textContent = usual;
    });
  }
  table.addEventListener('keydown', (event) => {
    const from = buttons.indexOf(buttonOf(event) as HTMLButtonElement);
    const wide = picture.minutes.length;
    const to = from < 0 ? null : weekStep(event.key, { row: Math.floor(from / wide), column: from % wide }, picture);
    const next = to && buttons[to.row * wide + to.column];
    if (!next) return;
    event.preventDefault();
    for (const each of buttons) each.tabIndex = each === next ? 0 : -1;
    next.focus();
  });
}
