import { describe, expect, it } from 'vitest';
import { fromAddress, fromHash, toHash } from '../../src/state/permalink';
import { view } from '../examples/views';

describe('the link to a scenario or to a frozen analysis', () => {
  it.each([
    [
      'a scenario to be opened',
      view({ theme: 'prova', scenario: { id: 'due', version: null } }),
      '#tema=prova&scenario=due',
    ],
    [
      'a trial that was made of one',
      view({ theme: 'prova', scenario: { id: 'due', version: 3 } }),
      '#tema=prova&scenario=due@3',
    ],
    ['an analysis', view({ theme: 'decisioni', run: '3f6a' }), '#tema=decisioni&analisi=3f6a'],
  ])('%s', (_, state, hash) => {
    expect(toHash(state)).toBe(hash);
    expect(fromHash(hash)).toEqual(state);
  });

  it('may be written by hand, the view by its name', () => {
    const { theme, run, camera } = fromAddress({ search: '?vista=decisioni&analisi=3f6a', hash: '' });
    expect({ theme, run, camera }).toEqual({ theme: 'decisioni', run: '3f6a', camera: null });
  });

  it.each(['@3', '', 'due@tre'])('«%s» names no scenario', (text) => {
    expect(fromHash(`scenario=${text}`).scenario).toBeNull();
  });
});
