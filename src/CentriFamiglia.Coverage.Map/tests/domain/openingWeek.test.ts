import { describe, expect, it } from 'vitest';
import { openWeek, weeklyHours } from '../../src/domain/openingWeek';
import { spokeLoad, weeklyWords } from '../../src/text/networkWords';

/** `lun 9-12` for each day that is open, minutes as hours. */
const told = (text: string) =>
  openWeek(text)
    ?.filter(({ spans }) => spans.length > 0)
    .map(({ day, spans }) => `${day} ${spans.map(({ from, to }) => `${from / 60}-${to / 60}`).join(' ')}`)
    .join(', ');

describe('the week of a sede', () => {
  it.each([
    ['mer 14:30-17:30', 'mer 14.5-17.5'],
    ['lun-mer 9-12', 'lun 9-12, mar 9-12, mer 9-12'],
    ['lun, mer 9-12; mar 9-12 e 14-18', 'lun 9-12, mar 9-12 14-18, mer 9-12'],
    ['tutti i giorni 0-24', 'lun 0-24, mar 0-24, mer 0-24, gio 0-24, ven 0-24, sab 0-24, dom 0-24'],
    ['ven 20-2', 'ven 20-26'],
    ['sab 02:00-6', 'sab 2-6'],
    ['chiuso', ''],
  ])('%s is read as it was written', (text, expected) => expect(told(text)).toBe(expected));

  it.each(['', 'su appuntamento', 'lun 9', 'lunedì 9-12', 'ven-lun 9-12', 'lun 9-12; forse mar'])(
    '«%s» is not guessed at',
    (text) => expect(openWeek(text)).toBeNull(),
  );

  it('has as many hours as are open', () => {
    expect(weeklyHours(openWeek('lun-ven 9-12:30; sab 20-2') ?? [])).toBe(23.5);
    expect([weeklyWords(1), weeklyWords(14), weeklyWords(17.5)]).toEqual([
      '1 ora la settimana',
      '14 ore la settimana',
      '17,5 ore la settimana',
    ]);
  });
});

it('the load of a network says of how many, where that is known', () => {
  expect([spokeLoad(5, 8), spokeLoad(9, 8), spokeLoad(5, null)]).toEqual([
    '5 Spoke su 8',
    '9 Spoke su 8 (oltre il massimo, criterio di pianificazione)',
    '5 Spoke',
  ]);
});
