import { describe, expect, it } from 'vitest';
import type { OpenComuneRow } from '../../src/api/openRows';
import { clockOf, countReaches, FIRST_MINUTE, LAST_MINUTE, minuteOf, reachOf } from '../../src/domain/hours';

describe('an hour', () => {
  it('comes back from its words, for every half hour of the slider', () => {
    for (let minute = FIRST_MINUTE; minute <= LAST_MINUTE; minute += 30) expect(minuteOf(clockOf(minute))).toBe(minute);
    expect(clockOf(17 * 60 + 30)).toBe('17:30');
  });

  it.each(['', '25:00', '17', '17:15', '24:00', '-1:30', 'x:30'])(
    'that the slider does not have is none: %s',
    (text) => {
      expect(minuteOf(text)).toBeNull();
    },
  );
});

describe('a comune', () => {
  const reach = (beyond: boolean | null, ifOpen: boolean | null) =>
    reachOf({ oltre_limite: beyond, oltre_limite_se_incerte_aperte: ifOpen, elenco_incompleto: false });

  it('is within, perhaps, beyond, or unknown, and never better than it is known to be', () => {
    expect([reach(false, false), reach(true, false), reach(true, true), reach(true, null), reach(null, null)]).toEqual([
      'entro',
      'forse',
      'oltre',
      'oltre',
      'ignoto',
    ]);
  });

  it('of which nothing is known is not judged, whatever else its row says', () => {
    const row = { oltre_limite: true, oltre_limite_se_incerte_aperte: true, elenco_incompleto: null };
    expect(reachOf(row)).toBe('nonNoto');
  });

  it('is counted once', () => {
    const row = (residenti: number, oltre_limite: boolean, ifOpen: boolean) =>
      ({ residenti, oltre_limite, oltre_limite_se_incerte_aperte: ifOpen, elenco_incompleto: false }) as OpenComuneRow;
    const counts = countReaches([row(5, false, false), row(7, true, false), row(11, true, true), row(13, true, true)]);
    expect(counts).toMatchObject({
      entro: { residents: 5, comuni: 1 },
      forse: { residents: 7, comuni: 1 },
      oltre: { residents: 24, comuni: 2 },
      ignoto: { residents: 0, comuni: 0 },
    });
  });
});

it.each(['117:30', '17:300', '17.30', ' 17:30', '24:00', '17:15', ''])('«%s» is not one of the half hours', (clock) => {
  expect(minuteOf(clock)).toBeNull();
});

it.each([
  ['07:00', 420],
  ['7:00', 420],
  ['20:30', 1230],
])('«%s» is the minute %i of the day', (clock, minute) => {
  expect(minuteOf(clock)).toBe(minute);
});
