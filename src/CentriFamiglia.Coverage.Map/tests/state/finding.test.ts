import { describe, expect, it } from 'vitest';
import { opening } from '../../src/state/finding';
import { view } from '../examples/views';

describe('opening what was found', () => {
  const ambito = { kind: 'ambito', code: 'lodi', ats: 'Milano' } as const;

  it('changes nothing else where the view has its sheet', () => {
    expect(opening(ambito, view())).toEqual({ selection: { kind: 'ambito', code: 'lodi' } });
    expect(opening(ambito, view({ theme: 'tempi', level: 'comune' }))).toEqual({
      selection: { kind: 'ambito', code: 'lodi' },
    });
  });

  it('takes the level of the place, and the coverage where the view has no such level', () => {
    const ats = { kind: 'ats', code: '5', ats: 'Milano' } as const;
    expect(opening(ats, view({ theme: 'tempi' }))).toMatchObject({ level: 'ats' });
    expect(opening(ats, view({ theme: 'proposte' }))).toMatchObject({ theme: 'copertura', level: 'ats' });
  });

  it('leaves the ATS chosen only for a place that is not in it', () => {
    expect(opening(ambito, view({ ats: 'Milano' }))).not.toHaveProperty('ats');
    expect(opening(ambito, view({ ats: 'Brescia' }))).toMatchObject({ ats: 'Milano' });
  });
});
