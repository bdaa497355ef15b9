// @vitest-environment jsdom

import { beforeEach, describe, expect, it, vi } from 'vitest';
import { explainTerms, explainText, TermMeanings } from '../../src/panels/terms';
import { mentionsIn } from '../../src/text/glossary';

describe('the terms that a text names', () => {
  it.each([
    ['17 Ambiti su 91 sono scoperti', ['Ambito']],
    ['Nell’ATS di Brescia 1 sede su 20 è la sola della sua area', ['ATS', 'Sede']],
    ['Nuova manifestazione di interesse', ['Manifestazione di interesse']],
    ['Residenti oltre il limite, e il limite', ['Limite']],
    ['Residenti', []],
    ['Ore di sedime', []],
  ])('of «%s» are %o', (text, terms) => {
    expect(mentionsIn(text).map(({ term }) => term)).toEqual(terms);
  });
});

describe('a label', () => {
  it('says the same with its terms to press, each once in a region', () => {
    document.body.innerHTML =
      '<dl><dt>Ambiti con una sede</dt><dd>71</dd><dt>Residenti oltre il limite</dt><dt>Sedi e limite</dt></dl>';
    const region = document.querySelector('dl') as HTMLElement;
    explainTerms(region, 'dt');
    expect([...region.querySelectorAll('dt')].map((dt) => dt.textContent)).toEqual([
      'Ambiti con una sede',
      'Residenti oltre il limite',
      'Sedi e limite',
    ]);
    expect([...region.querySelectorAll('button')].map((button) => button.textContent)).toEqual([
      'Ambiti',
      'sede',
      'limite',
    ]);
  });

  it('without a term stays as it is', () => {
    document.body.innerHTML = '<h2>Nulla da dire</h2>';
    explainText(document.querySelector('h2') as HTMLElement);
    expect(document.querySelector('h2')?.innerHTML).toBe('Nulla da dire');
  });
});

describe('the meaning of a term', () => {
  const box = () => document.getElementById('significato') as HTMLElement;
  const term = () => document.querySelector('.term') as HTMLElement;
  const over = (element: Element) => element.dispatchEvent(new Event('pointerover', { bubbles: true }));

  beforeEach(() => {
    vi.useFakeTimers();
    document.body.innerHTML = '<h2>17 Ambiti su 91</h2><p>altro</p>';
    explainText(document.querySelector('h2') as HTMLElement);
    new TermMeanings();
  });

  it('is shown where the focus is, and describes it', () => {
    term().focus();
    expect(box().hidden).toBe(false);
    expect(box().textContent).toContain('i comuni che programmano insieme i servizi sociali');
    expect(term().getAttribute('aria-describedby')).toBe('significato');
  });

  it('is put away with Esc alone, and nothing else is', () => {
    const others = vi.fn();
    document.addEventListener('keydown', others, { once: true });
    term().focus();
    term().dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true }));
    expect(box().hidden).toBe(true);
    expect(others).not.toHaveBeenCalled();
    expect(document.activeElement).toBe(term());
  });

  it('stays while the pointer goes to it, and goes with the pointer', () => {
    over(term());
    vi.advanceTimersByTime(200);
    expect(box().hidden).toBe(false);
    over(document.querySelector('p') as Element);
    vi.advanceTimersByTime(100);
    over(box());
    vi.advanceTimersByTime(1000);
    expect(box().hidden).toBe(false);
    over(document.querySelector('p') as Element);
    vi.advanceTimersByTime(1000);
    expect(box().hidden).toBe(true);
  });

  it('is shown to a finger that presses the term, and put away by one that presses elsewhere', () => {
    term().click();
    expect(box().hidden).toBe(false);
    (document.querySelector('p') as HTMLElement).click();
    expect(box().hidden).toBe(true);
  });
});
