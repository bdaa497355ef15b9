import { describe, expect, it } from 'vitest';
import type { TrialArea, TrialRow } from '../../src/api/trialRows';
import { trialPainters } from '../../src/map/features/trialFeatures';
import { shiftOfComune } from '../../src/state/trialData';
import type { AreaRecord } from '../../src/state/viewData';
import type { Colouring } from '../../src/text/viewWords';
import { area, comune } from '../examples/rows';
import { answer, byHand, trialArea, trialRow } from '../examples/trials';
import { shown, view } from '../examples/views';

const unknown = { ...comune, minuti: null, oltre_limite: null, elenco_incompleto: null };
const known: Partial<TrialRow> = { minuti_prima: null, oltre_limite_prima: null };

describe('the second line of a comune in a trial', () => {
  const said = (today: Partial<typeof comune>, change: Partial<TrialRow>, colouring: Colouring = 'prova') => {
    const trial = { ...byHand, answer: answer({ rows: [{ ...trialRow, ...change }] }) };
    return trialPainters(shown(), trial, view({ colouring })).ofComune({ ...comune, ...today }).subtitle;
  };

  it('says both sides', () => {
    expect(said({}, {})).toBe('12,0 min → 4,5 min');
    expect(said({}, { minuti_dopo: 12 })).toBe('12,0 min');
    expect(said({}, { minuti_dopo: null, oltre_limite_dopo: true })).toBe('12,0 min → non raggiungibile');
  });

  it('does not call out of reach what was not known, nor what is no longer', () => {
    expect(said(unknown, known)).toBe('non noto → 4,5 min');
    expect(said({}, { minuti_dopo: null, oltre_limite_dopo: null, elenco_incompleto: null }, 'oggi')).toBe(
      '12,0 min → non noto',
    );
  });

  it('says of each side whether it is a bound', () => {
    expect(said({}, { elenco_incompleto: true })).toBe('12,0 min → al più 4,5 min');
    expect(said({ elenco_incompleto: true }, {})).toBe('al più 12,0 min → 4,5 min');
  });

  it('compares no minutes with what was not known', () => {
    const beyond = { ...known, minuti_dopo: 40, oltre_limite_dopo: true };
    expect(said(unknown, beyond, 'differenza')).toBe('non noto → 40,0 min · Non si confronta');
    expect(said(unknown, known, 'differenza')).toBe('non noto → 4,5 min · Guadagna');
    const within = { minuti_prima: null, oltre_limite_prima: true, minuti_dopo: 40, oltre_limite_dopo: true };
    expect(said({ minuti: null, oltre_limite: true }, within, 'differenza')).toBe(
      'non raggiungibile → 40,0 min · Più vicino',
    );
  });
});

it('a limit no longer known to be met is not lost', () => {
  expect(shiftOfComune({ ...trialRow, oltre_limite_dopo: true })).toBe('perde');
  expect(shiftOfComune({ ...trialRow, oltre_limite_dopo: null, elenco_incompleto: null })).toBe('ignoto');
});

describe('the second line of an area in a trial', () => {
  const said = (today: Partial<AreaRecord>, change: Partial<TrialArea>) => {
    const trial = { ...byHand, answer: answer({ areas: [{ ...trialArea, ...change }] }) };
    return trialPainters(shown(), trial, view({ colouring: 'differenza' })).ofArea({ ...area, ...today }).subtitle;
  };

  it('compares the minutes where both sides are known', () => {
    expect(said({}, {})).toBe('Sede presente · Più vicino');
    expect(said({ verdetto: 'SCOPERTO' }, { verdetto_prima: 'SCOPERTO' })).toBe('Scoperto → Sede presente · Guadagna');
    const unknown = { verdetto_prima: 'NON_CARICATO' as const, minuti_medi_prima: null };
    expect(said({ verdetto: 'NON_CARICATO' }, { ...unknown, verdetto_dopo: 'COMPETENZA' })).toBe(
      'Non noto → Solo competenza · Non si confronta',
    );
  });
});
