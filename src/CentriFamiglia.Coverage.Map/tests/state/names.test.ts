import { describe, expect, it } from 'vitest';
import type { SiteSetRow } from '../../src/api/rows';
import { namesSomething, UnknownName, withKnownNames } from '../../src/state/names';
import type { ViewState } from '../../src/state/viewState';
import { view } from '../examples/views';

const set = (insieme: SiteSetRow['insieme']): SiteSetRow => ({
  insieme,
  attivo: false,
  completo_per: '',
  dimostrativo: false,
  sedi: 1,
  reti: 1,
});
const info = {
  meta: { ats: ['Brianza', 'Milano Città Metropolitana', 'Pavia'] },
  rows: [set('dimostrative'), set('note')],
};
const named = (state: Partial<ViewState>) => {
  const { ats, sedi } = withKnownNames(view(state), info);
  return [ats, sedi];
};

describe('the names of an address', () => {
  it('become those of the data', () => {
    expect(named({ ats: 'ATS della Brianza', sedi: 'MIE' })).toEqual(['Brianza', 'mie']);
    expect(named({ ats: 'milano', sedi: 'Note' })).toEqual(['Milano Città Metropolitana', 'note']);
    expect(named({})).toEqual([null, null]);
  });

  it('that are those of the data leave the state as it is', () => {
    const state = view({ ats: 'Pavia', sedi: 'note' });
    expect(withKnownNames(state, info)).toBe(state);
  });

  it.each([
    [{ ats: 'Lodi' }, 'ats', 'Lodi', ['Brianza', 'Milano Città Metropolitana', 'Pavia']],
    [{ ats: 'Pavia', sedi: 'tutte' }, 'sedi', 'tutte', ['dimostrative', 'note', 'mie']],
  ])('that there are not are refused with the choices: %o', (state, parameter, given, choices) => {
    try {
      named(state);
      expect.unreachable();
    } catch (error) {
      expect(error).toBeInstanceOf(UnknownName);
      expect(error).toMatchObject({ parameter, given, choices });
    }
  });

  it('are looked up only where there are any', () => {
    expect([view(), view({ ats: 'x' }), view({ sedi: 'x' })].map(namesSomething)).toEqual([false, true, true]);
  });
});
