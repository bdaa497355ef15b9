// @vitest-environment jsdom

import { expect, it, vi } from 'vitest';
import { onPaper } from '../../src/drawing/onPaper';
import { siteTools } from '../../src/panels/prova/siteTools';
import { TrialPanel } from '../../src/panels/prova/trialPanel';
import { comune, shapes, site } from '../examples/rows';
import { answer, byHand, trialArea } from '../examples/trials';
import { shown, view } from '../examples/views';

it('of the panel of a trial there are on paper the changes and what they do, but no tool', () => {
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
    { isPointing: false, canUndo: true, canRedo: false, isFull: false, problem: null },
  );
  expect(panel.querySelectorAll('button, input, label').length).toBeGreaterThan(10);
  const paper = onPaper(panel);
  expect([...paper.querySelectorAll('button, input, label')]).toEqual([]);
  expect(paper.querySelector('.trial-changes')?.textContent).toBe('Chiude Hub di Lodi a Lodi');
  expect(paper.textContent).toContain('Lodi (Ambito): da «Sede presente» a «Scoperto».');
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
