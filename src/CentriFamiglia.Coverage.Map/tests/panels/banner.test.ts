// @vitest-environment jsdom

import { beforeEach, expect, it } from 'vitest';
import { listenToBanner, showBanner } from '../../src/panels/banner';

const notices = [
  { tag: 'Dimostrativo', text: 'Nessuna è reale.' },
  { tag: 'Stimato', text: 'Tempi stimati.' },
];
let container: HTMLElement;

beforeEach(() => {
  container = document.createElement('section');
  document.body.replaceChildren(container);
  listenToBanner(container);
  showBanner(container, notices, ['I tempi sono una stima.']);
});

const opened = () => [...container.querySelectorAll('details[open] > summary')].map((summary) => summary.textContent);
const open = (tag: string) => {
  const details = [...container.querySelectorAll('details')].find((each) => each.dataset['tag'] === tag);
  if (details) details.open = true;
  return details;
};

it('each notice opens its own sentence, and the last everything', () => {
  expect([...container.querySelectorAll('.notices-list details')].map((each) => each.textContent)).toEqual([
    'DimostrativoNessuna è reale.',
    'StimatoTempi stimati.',
  ]);
  expect(container.querySelector('.notices-short')?.textContent).toBe('2 avvertenze: Dimostrativo, Stimato');
  expect([...container.querySelectorAll('.notices-all li')].map((each) => each.textContent)).toEqual([
    'Dimostrativo. Nessuna è reale.',
    'Stimato. Tempi stimati.',
    'I tempi sono una stima.',
  ]);
});

it('what is open stays open while the page shows something else', () => {
  open('Stimato');
  showBanner(container, notices, []);
  expect(opened()).toEqual(['Stimato']);
});

it('Escape closes it and gives the focus back, a click elsewhere closes it', () => {
  const details = open('Stimato');
  details?.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true }));
  expect([opened(), document.activeElement?.textContent]).toEqual([[], 'Stimato']);
  open('Dimostrativo');
  document.body.dispatchEvent(new Event('pointerdown', { bubbles: true }));
  expect(opened()).toEqual([]);
});

it('one notice is in the singular, none is not there', () => {
  showBanner(container, notices.slice(0, 1), []);
  expect(container.querySelector('.notices-short')?.textContent).toBe('1 avvertenza: Dimostrativo');
  showBanner(container, [], []);
  expect(container.hidden).toBe(true);
});

it('says once what is a notice and a warning of the service too', () => {
  showBanner(
    container,
    [{ tag: 'Da dove si parte', text: 'Un punto per comune.', lang: 'it' }],
    ['Un punto per comune.', 'I tempi sono una stima.'],
  );

  expect([...container.querySelectorAll('.notices-all li')].map((each) => each.textContent)).toEqual([
    'Da dove si parte. Un punto per comune.',
    'I tempi sono una stima.',
  ]);
});
