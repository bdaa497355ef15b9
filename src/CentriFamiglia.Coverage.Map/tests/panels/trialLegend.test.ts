// @vitest-environment jsdom

import { describe, expect, it } from 'vitest';
import { showLegend } from '../../src/panels/legend';
import type { ViewState } from '../../src/state/viewState';
import { area, comune, shapes } from '../examples/rows';
import { answer, byHand, trialArea, trialRow } from '../examples/trials';
import { shown, view } from '../examples/views';

// jsdom draws no canvas.
HTMLCanvasElement.prototype.getContext = () => null;

/** The first words of each entry of the legend of a trial where Lodi has a sede today. */
const entries = (own: Parameters<typeof answer>[0], state: Partial<ViewState> = {}) => {
  const container = document.createElement('div');
  const trial = { ...byHand, answer: answer(own) };
  const data = shown({ areas: shapes(area), comuni: shapes(comune), trial });
  showLegend(container, data, view({ theme: 'prova', showSites: false, ...state }));
  return [...container.querySelectorAll('li span')].map((span) => span.firstChild?.textContent);
};

describe('the legend of a trial', () => {
  const lost = { ...trialArea, verdetto_dopo: 'SCOPERTO' as const };
  const unsaid = { ...trialArea, verdetto_dopo: 'NON_CARICATO' as const, elenco_incompleto: null };

  it('has the verdicts that the colours show', () => {
    expect(entries({})).toEqual(['Sede presente']);
    expect(entries({ areas: [lost] })).toEqual(['Scoperto']);
    expect(entries({ areas: [lost] }, { colouring: 'oggi' })).toEqual(['Sede presente']);
    expect(entries({ areas: [{ ...lost, livello: 'distretto' }] })).toEqual(['Sede presente']);
  });

  it('says what is not known only with the trial', () => {
    expect(entries({ areas: [unsaid] })).toEqual(['Non noto']);
    expect(entries({ areas: [unsaid] }, { colouring: 'oggi' })).toEqual(['Sede presente']);
    const row = { ...trialRow, minuti_dopo: null, oltre_limite_dopo: null, elenco_incompleto: null };
    expect(entries({ rows: [row] }, { level: 'comune' })).toContain('Non noto');
  });

  it('says that something cannot be compared only where it is so', () => {
    const all = ['Guadagna', 'Più vicino', 'Non cambia', 'Più lontano', 'Perde'];
    expect(entries({ areas: [trialArea] }, { colouring: 'differenza' })).toEqual(all);
    const first = { ...trialArea, verdetto_prima: 'NON_CARICATO' as const, minuti_medi_prima: null };
    expect(entries({ areas: [{ ...first, verdetto_dopo: 'SCOPERTO' }] }, { colouring: 'differenza' })).toEqual([
      ...all,
      'Non si confronta',
    ]);
  });
});
