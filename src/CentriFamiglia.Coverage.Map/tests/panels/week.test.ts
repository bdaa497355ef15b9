// @vitest-environment jsdom
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { WeekAreaRow, WeekRow } from '../../src/api/weekRows';
import { lackingFirst, weekPicture, weekStep } from '../../src/domain/week';
import { HourControls } from '../../src/panels/orari/hourControls';
import { weekGrid } from '../../src/panels/orari/weekGrid';
import { DAYS } from '../../src/text/viewWords';
import { view } from '../examples/views';

/** A week in which two doors are open on Tuesday at 9:30, and one at 22:00. */
const moments: WeekRow[] = DAYS.flatMap((giorno) =>
  Array.from({ length: 48 }, (_, i): WeekRow => {
    const minuto = 30 * i;
    const open = giorno !== 'mar' ? 0 : minuto === 570 ? 2 : minuto === 1320 ? 1 : 0;
    return {
      giorno,
      minuto,
      sedi_aperte: open,
      sedi_incerte: 3,
      residenti: 1000,
      residenti_entro: 250 * open,
      residenti_entro_se_incerte_aperte: 300 * open,
      quota_entro_pct: 25 * open,
    };
  }),
);

describe('the picture of the week', () => {
  it('goes from 7:00 to the last half hour with an open door', () => {
    const { minutes, days } = weekPicture(moments);
    expect([minutes[0], minutes.at(-1), minutes.length]).toEqual([420, 1320, 31]);
    expect(days.map(({ cells }) => cells.length)).toEqual([31, 31, 31, 31, 31, 31, 31]);
  });

  it.each([
    ['ArrowRight', 0, 30, 0, 30],
    ['ArrowRight', 0, 3, 0, 4],
    ['ArrowLeft', 2, 0, 2, 0],
    ['ArrowUp', 0, 5, 0, 5],
    ['ArrowDown', 5, 5, 6, 5],
    ['Home', 3, 9, 3, 0],
    ['End', 3, 9, 3, 30],
  ])('%s leads from day %i, half hour %i to day %i, half hour %i', (key, row, column, toRow, toColumn) => {
    expect(weekStep(key, { row, column }, weekPicture(moments))).toEqual({ row: toRow, column: toColumn });
  });

  it('is left by any other key', () => expect(weekStep('Tab', { row: 0, column: 0 }, weekPicture(moments))).toBeNull());
});

describe('the grid', () => {
  const change = vi.fn();
  const grid = () => {
    document.body.replaceChildren(weekGrid(moments, { day: 'mar', minute: 570 }, change));
    return [...document.querySelectorAll<HTMLButtonElement>('td button')];
  };
  const chosen = 31 + 5;

  it('says the moment that is chosen, and each cell by name', () => {
    const buttons = grid();
    const words = 'Martedì 09:30: 500 residenti (50,0 %), 2 sedi aperte, 3 dagli orari non noti';
    expect(document.querySelector('.week-said')?.textContent).toBe(words);
    expect(buttons[chosen]?.getAttribute('aria-label')).toBe(words);
    expect(buttons[0]?.getAttribute('aria-label')).toBe(
      'Lunedì 07:00: 0 residenti (0,0 %), nessuna sede aperta, 3 dagli orari non noti',
    );
  });

  it('is one stop of the keyboard, and the arrows move it', () => {
    const buttons = grid();
    expect(buttons.filter((each) => each.tabIndex === 0)).toEqual([buttons[chosen]]);
    buttons[chosen]?.focus();
    buttons[chosen]?.dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowDown', bubbles: true }));
    expect(document.activeElement).toBe(buttons[chosen + 31]);
    expect(buttons.filter((each) => each.tabIndex === 0)).toEqual([buttons[chosen + 31]]);
    expect(document.querySelector('.week-said')?.textContent).toContain('Mercoledì 09:30');
  });

  it('sets the moment that is pressed', () => {
    grid()[0]?.click();
    expect(change).toHaveBeenCalledWith({ day: 'lun', minute: 420 });
  });
});

describe('the day that is played', () => {
  afterEach(() => vi.useRealTimers());

  it('goes on by half hours as its answers come, and stops at another choice', () => {
    vi.useFakeTimers();
    const change = vi.fn();
    const controls = new HourControls(change);
    const button = controls.fields[2] as HTMLButtonElement;
    controls.show(view({ theme: 'orari', day: 'mar', minute: 570 }));
    button.click();
    expect(change).toHaveBeenLastCalledWith({ day: 'mar', minute: 600 }, true);
    vi.advanceTimersByTime(60_000);
    expect(change).toHaveBeenCalledTimes(1);
    controls.show(view({ theme: 'orari', day: 'mar', minute: 600 }));
    expect(button.textContent).toBe('Ferma');
    vi.advanceTimersByTime(1_200);
    expect(change).toHaveBeenLastCalledWith({ day: 'mar', minute: 630 }, true);
    controls.show(view({ theme: 'orari', day: 'sab', minute: 600 }));
    vi.advanceTimersByTime(60_000);
    expect(change).toHaveBeenCalledTimes(2);
    expect(button.textContent).toBe('Scorri il giorno');
  });
});

it('the Ambiti that lack most come first, and those of which nothing is known are left out', () => {
  const row = (nome: string, evening: number | null, saturday: number | null, known: boolean | null): WeekAreaRow => ({
    codice: nome,
    nome,
    ats: nome === 'Lodi' ? 'Milano' : 'Pavia',
    residenti_senza_sera: evening,
    residenti_senza_sabato: saturday,
    residenti_senza_settimana: 0,
    elenco_incompleto: known,
  });
  const rows = [
    row('Vigevano', 5, 1, false),
    row('Lodi', 9, 0, true),
    row('Voghera', 5, 7, false),
    row('X', null, null, null),
  ];
  expect(lackingFirst(rows, null).map(({ nome }) => nome)).toEqual(['Lodi', 'Voghera', 'Vigevano']);
  expect(lackingFirst(rows, 'Pavia').map(({ nome }) => nome)).toEqual(['Voghera', 'Vigevano']);
});
