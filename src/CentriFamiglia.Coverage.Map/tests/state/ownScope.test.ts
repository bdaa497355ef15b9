import { afterEach, describe, expect, it } from 'vitest';
import { type Account, account, signedIn } from '../../src/api/account';
import { foreignAts, inOwnScope, opening, withheld } from '../../src/state/ownScope';
import { needsAnswers } from '../../src/state/viewState';
import { view } from '../examples/views';

const enter = (ats: string[], reaches: Record<string, 'no' | 'propria_ats' | 'tutte'>) =>
  signedIn({
    access: 'fatto',
    byBrowser: true,
    name: 'Pina Bresciani',
    roles: ['pianificatore'],
    ats,
    reaches: new Map(Object.entries(reaches)) as Account['reaches'],
  });

afterEach(() => signedIn());

describe('a person of several ATS', () => {
  it.each([
    [null, 'Brescia', null],
    ['Bergamo', 'Bergamo', null],
    ['ATS di Bergamo', 'Bergamo', null],
    ['Pavia', 'Brescia', 'Pavia'],
    ['Atlantide', 'Brescia', 'Atlantide'],
  ])('opens a link of %s on %s', (ats, shown, foreign) => {
    enter(['Brescia', 'Bergamo'], { leggere_cifre: 'propria_ats' });
    expect(opening(view({ ats })).ats).toBe(shown);
    expect(inOwnScope(view({ ats })).ats).toBe(shown);
    expect(foreignAts({ ats })).toBe(foreign);
  });

  it('asks anew when the ATS changes; who reads all has the figures of all', () => {
    const [before, after] = [view({ ats: 'Brescia' }), view({ ats: 'Bergamo' })];
    expect(needsAnswers(before, after)).toBe(false);
    enter(['Brescia', 'Bergamo'], { leggere_cifre: 'propria_ats' });
    expect(needsAnswers(before, after)).toBe(true);
  });
});

describe('who', () => {
  it('reads all ATS sees the one of a link, or none', () => {
    enter([], { leggere_cifre: 'tutte' });
    expect([opening(view({ ats: 'Pavia' })).ats, opening(view({})).ats]).toEqual(['Pavia', null]);
    expect(foreignAts({ ats: 'Pavia' })).toBeNull();
  });

  it('has no role reads nothing, and is told so', () => {
    enter([], { leggere_cifre: 'no', leggere_pubblicato: 'no' });
    expect(withheld({ theme: 'copertura' })).toBe('noRole');
  });

  it.each(['pianificatore', 'cabina'])('is %s of an ATS that nobody says is told that', (role) => {
    enter([], { leggere_cifre: 'no', leggere_pubblicato: 'tutte' });
    signedIn({ ...account(), roles: [role] });
    expect(withheld({ theme: 'copertura' })).toBe('noAts');
    expect([opening(view({})).theme, withheld({ theme: 'decisioni' })]).toEqual(['copertura', null]);
  });

  it('reads what is published is led there', () => {
    enter([], { leggere_cifre: 'no', leggere_pubblicato: 'tutte' });
    signedIn({ ...account(), roles: ['lettore'] });
    expect(opening(view({})).theme).toBe('decisioni');
    expect([withheld({ theme: 'tempi' }), withheld({ theme: 'decisioni' })]).toEqual(['published', null]);
  });
});
