// @vitest-environment jsdom

import { beforeEach, describe, expect, it } from 'vitest';
import { asksForVisit, FirstVisit, isBare } from '../../src/panels/firstVisit';

const kept = new Map<string, string>();
Object.defineProperty(globalThis, 'localStorage', {
  configurable: true,
  value: {
    getItem: (name: string) => kept.get(name) ?? null,
    setItem: (name: string, value: string) => kept.set(name, value),
  },
});
Element.prototype.scrollIntoView = () => undefined;

const card = () => document.getElementById('visita') as HTMLElement;
const press = (name: string) =>
  [...card().querySelectorAll('button')].find((button) => button.textContent === name)?.click();
const pointedAt = () => document.querySelector('.is-pointed-at');

let visit: FirstVisit;

beforeEach(() => {
  kept.clear();
  document.body.innerHTML = `<header class="masthead"><button id="collegamento"></button></header>
    <fieldset class="themes"><label><input type="radio" name="tema" value="prova"></label></fieldset>
    <div class="field"><select id="ats"></select></div><section id="mappa"></section><section id="tabella" tabindex="-1"></section>`;
  visit = new FirstVisit();
});

it.each([
  ['', '', true],
  ['?lingua=en', '', true],
  ['', '#', true],
  ['', '#tema=tempi', false],
  ['?tema=tempi', '', false],
])('the address «%s%s» is bare: %s', (search, hash, bare) => {
  expect(isBare({ search, hash })).toBe(bare);
});

it('the guide asks for the steps by name', () => {
  expect(asksForVisit({ search: '?primi_passi=1&lingua=en' })).toBe(true);
  expect(asksForVisit({ search: '' })).toBe(false);
});

describe('the first visit', () => {
  it('goes through four steps, each beside what it speaks of, and ends', () => {
    visit.offer(false);
    const seen: [string | undefined, string][] = [];
    for (const way of ['Avanti', 'Avanti', 'Avanti', 'Ho capito']) {
      seen.push([pointedAt()?.id || pointedAt()?.className, card().querySelector('.visit-count')?.textContent ?? '']);
      press(way);
    }
    expect(seen.map(([, count]) => count)).toEqual(['Passo 1 di 4', 'Passo 2 di 4', 'Passo 3 di 4', 'Passo 4 di 4']);
    expect(seen[0]?.[0]).toBe('mappa');
    expect(seen[3]?.[0]).toBe('collegamento');
    expect(card().hidden).toBe(true);
    expect(pointedAt()).toBeNull();
  });

  it('leaves the focus where it is, and goes back a step', () => {
    visit.offer(false);
    expect(document.activeElement).toBe(document.body);
    press('Avanti');
    press('Indietro');
    expect(card().textContent).toContain('Passo 1 di 4');
  });

  it('is skipped, or put away with Esc, and is not offered again', () => {
    visit.offer(false);
    document.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape' }));
    expect(card().hidden).toBe(true);
    visit.offer(false);
    expect(card().hidden).toBe(true);
    visit.offer(true);
    expect(card().hidden).toBe(false);
    press('Salta');
    expect(card().hidden).toBe(true);
  });

  it('opened by hand takes the focus and gives it back', () => {
    const opener = document.getElementById('collegamento') as HTMLElement;
    visit.open(opener);
    expect(document.activeElement?.id).toBe('visita-titolo');
    press('Salta');
    expect(document.activeElement).toBe(opener);
  });
});
