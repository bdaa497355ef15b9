import { describe, expect, it } from 'vitest';
import type { TrialChange } from '../../src/domain/trial';
import { fromHash, toHash } from '../../src/state/permalink';
import { isKeptHere, readTrial, writeTrial } from '../../src/state/trialLink';
import { view } from '../examples/views';

const trials: TrialChange[][] = [
  [{ op: 'add', id: 'N1', role: 'spoke', network_id: 'BG01', pro_com_t: '016024' }],
  [
    { op: 'move', id: 'BG01-S1', lon: 9.7, lat: 45.7123 },
    { op: 'close', id: 'BG01-S2' },
    { op: 'change', id: 'BG01-H', opening_hours: 'lun-ven 9:00-12:30, 14-18; sab 9~12' },
  ],
  [{ op: 'change', id: 'Sede * «à»! 100%', name: 'A=B*C!D%2A, E', network_id: null, wheelchair: '' }],
  [
    {
      op: 'change',
      id: 'X',
      services: ['uno', 'due, tre', ''],
      spaces: [],
      operators: 4,
      dimostrativo: true,
      service_charter: false,
    },
  ],
];

describe('the trial in a link', () => {
  it.each(trials)('comes back exactly: %o', (...trial) => {
    expect(readTrial(writeTrial(trial))).toEqual(trial);
    expect(fromHash(toHash(view({ trial })))).toEqual(view({ trial }));
  });

  it('is short, and can be read', () => {
    const [one = []] = trials;
    expect(toHash(view({ theme: 'prova', trial: one }))).toBe('#tema=prova&prova=a*N1*r=spoke*n=BG01*c=016024');
  });

  it.each(['', 'x*N1', 'a*N1*R=spoke', 'a*N1*x~qui', 'c*%E0%A4%A', '!!'])(
    'is none where it cannot be read: «%s»',
    (text) => {
      expect(readTrial(text)).toEqual([]);
    },
  );
});

describe('a trial that is too long for a link', () => {
  const long: TrialChange[] = Array.from({ length: 900 }, (_, i) => ({ op: 'close', id: `SEDE-${i}` }));

  it('stands in this page, under a number that its address holds', () => {
    expect(isKeptHere(long)).toBe(true);
    expect(toHash(view({ theme: 'prova', trial: long })).length).toBeLessThan(60);
    expect(fromHash(toHash(view({ theme: 'prova', trial: long }))).trial).toEqual(long);
  });

  it('is none in another page', () => expect(readTrial('@77')).toEqual([]));

  it('is one that is long, not any', () => expect(isKeptHere([{ op: 'close', id: 'BG01-S2' }])).toBe(false));
});
