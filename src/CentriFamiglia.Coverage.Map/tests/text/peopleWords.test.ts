import { afterEach, describe, expect, it } from 'vitest';
import { travelHeadline } from '../../src/text/headlines';
import { LABEL } from '../../src/text/labels';
import { countPeople, DEMANDS, type Demand, PEOPLE_WORDS } from '../../src/text/peopleWords';
import { lossWords } from '../../src/text/proposalWords';

afterEach(() => countPeople('residenti'));

const beyond = (many: number) => travelHeadline({ ats: null, beyond: many, percent: 5.3, isBound: false, excluded: 0 });

describe('those whose travel is weighed', () => {
  it('are all offered', () => {
    expect(DEMANDS.map((demand) => PEOPLE_WORDS[demand].label)).toEqual([
      'Residenti',
      'Famiglie',
      'Bambini 0–14',
      'Persone 65+',
    ]);
  });

  it.each<[Demand, string, string, string, string]>([
    [
      'residenti',
      '12 residenti (5,3 %) abitano',
      'Nessun residente abita',
      'Residenti oltre il limite',
      '90 % dei residenti entro',
    ],
    [
      'famiglie',
      '12 famiglie (5,3 %) abitano',
      'Nessuna famiglia abita',
      'Famiglie oltre il limite',
      '90 % delle famiglie entro',
    ],
    [
      'eta_0_14',
      '12 bambini 0–14 (5,3 %) abitano',
      'Nessun bambino 0–14 abita',
      'Bambini 0–14 oltre il limite',
      '90 % dei bambini 0–14 entro',
    ],
    [
      'eta_65_oltre',
      '12 persone 65+ (5,3 %) abitano',
      'Nessuna persona 65+ abita',
      'Persone 65+ oltre il limite',
      '90 % delle persone 65+ entro',
    ],
    [
      'eta_0_14=2,eta_65_oltre=1',
      '12 punti di bisogno (5,3 %) abitano',
      'Nessun punto di bisogno abita',
      'Punti di bisogno oltre il limite',
      '90 % dei punti di bisogno entro',
    ],
  ])('are called by their name where it is %s', (demand, some, none, label, ninety) => {
    countPeople(demand);
    expect(beyond(12).replaceAll('\u00a0', ' ')).toContain(some);
    expect(beyond(0)).toContain(none);
    expect([LABEL.beyondLimit, LABEL.ninety]).toEqual([label, ninety]);
  });

  it('have their own minutes in what is lost without a proposal', () => {
    countPeople('famiglie');
    expect(lossWords(3, 40).replaceAll('\u00a0', ' ')).toBe(
      'Senza questa proposta 3 famiglie tornerebbero oltre il limite, con 40 minuti-famiglia in più.',
    );
  });

  it('are never the residents of an area, which are the act’s own', () => {
    countPeople('famiglie');
    expect(LABEL.inhabitants).toBe('Residenti');
  });
});
