// @vitest-environment jsdom

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it, vi } from 'vitest';
import { siteTools } from '../../src/panels/prova/siteTools';
import { TrialPanel } from '../../src/panels/prova/trialPanel';
import { NOTHING_STORED } from '../../src/text/viewWords';
import { comune, shapes, site } from '../examples/rows';
import { answer, byHand, trialArea } from '../examples/trials';
import { shown, view } from '../examples/views';

const print = readFileSync(join(import.meta.dirname, '../../src/styles/print.css'), 'utf8');
/** What the sheet for printers takes away. */
const hidden = [...print.matchAll(/([^{}]+)\{\s*display: none !important;/g)].map(([, selector = '']) =>
  selector.trim(),
);

/** What is left of an element on paper. */
function onPaper(element: HTMLElement): HTMLElement {
  document.body.replaceChildren(element);
  for (const gone of document.querySelectorAll(hidden.join(','))) gone.remove();
  return element;
}

it('of the panel of a trial there are on paper the changes, what they do, and that it is a trial, but no tool', () => {
  const panel = document.createElement('section');
  panel.className = 'trial';
  const actions = { commit: vi.fn(), undo: vi.fn(), redo: vi.fn(), change: vi.fn(), point: vi.fn(), addIn: vi.fn() };
  const trial = {
    ...byHand,
    changes: [{ op: 'close' as const, id: 'LO01-H' }],
    answer: answer({ areas: [{ ...trialArea, verdetto_dopo: 'SCOPERTO' }] }),
  };
  new TrialPanel(panel, { ...actions, save: vi.fn(), load: vi.fn(), select: vi.fn() }).show(
    shown({ sites: shapes(site), comuni: shapes(comune), trial }),
    view({ theme: 'prova' }),
    trial,
    { isPointing: false, canUndo: true, canRedo: false, problem: null },
  );
  expect(panel.querySelectorAll('button, input, label').length).toBeGreaterThan(10);
  onPaper(panel);
  expect([...panel.querySelectorAll('button, input, label')].map((tool) => tool.textContent)).toEqual([
    'Chiude Hub di Lodi a Lodi',
  ]);
  expect(panel.textContent).toContain(NOTHING_STORED);
  expect(panel.textContent).toContain('Lodi (Ambito): da «Sede presente» a «Scoperto».');
});

it('of the tools in a sheet there is on paper only that the sede is closed', () => {
  const sheet = (trial: Parameters<typeof siteTools>[1]) => {
    const element = document.createElement('aside');
    element.className = 'sheet';
    element.append(...siteTools(site, trial, new Map(), [comune], vi.fn()));
    return onPaper(element).textContent;
  };
  expect(sheet([])).toBe('');
  expect(sheet([{ op: 'close', id: 'LO01-H' }])).toBe('Nella provaLa sede è chiusa nella prova.');
});
