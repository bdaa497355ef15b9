import { describe, expect, it } from 'vitest';
import { catchmentFills, certificateOf, certificateWords } from '../../src/domain/proposals';

const proved = {
  certificate: {
    status: 'optimal',
    gap: 0,
    secondary_proved: true,
    candidates_considered: 361,
    candidates_dropped: { 'non serve alcuna area senza sede': 1143 },
    alternates: [],
  },
};

describe('the certificate in words', () => {
  it('says that a choice is proved, and which candidates there were', () => {
    expect(certificateWords(certificateOf(proved), 'units', 3)).toEqual([
      'Dimostrato: nessuna altra scelta fa meglio.',
      '361 comuni candidati considerati; 1.143 scartati (non serve alcuna area senza sede).',
    ]);
  });

  it('says how far from the bound a choice may be', () => {
    const near = { certificate: { status: 'feasible', gap: 0.0031 } };
    expect(certificateWords(certificateOf(near), 'cover', 3)[0]).toBe(
      'Non dimostrato: scarto massimo dall’ottimo 0,3 %.',
    );
  });

  it('says when only the number of sedi is proved', () => {
    const number = { certificate: { ...proved.certificate, secondary_proved: false } };
    expect(certificateWords(certificateOf(number), 'units', 3)[1]).toContain('Il numero di sedi è dimostrato');
    expect(certificateWords(certificateOf(number), 'time', 3).join(' ')).not.toContain('Il numero di sedi');
  });

  it('says when nothing meets the constraints, and claims nothing where there is no certificate', () => {
    expect(certificateWords(certificateOf({ certificate: { status: 'infeasible' } }), 'cover', 3)).toEqual([
      'Nessuna scelta rispetta i vincoli chiesti.',
    ]);
    expect(certificateWords(certificateOf({}), 'cover', 3)).toEqual([
      'È la migliore scelta trovata, senza un limite dimostrato.',
    ]);
  });
});

describe('the certificate of no proposal', () => {
  const words = (certificate: object) => certificateWords(certificateOf({ certificate }), 'units', 0);

  it('never says that no other choice does better', () => {
    expect(words(proved.certificate)).toEqual([
      'Dimostrato: nessuna nuova sede serve allo scopo.',
      '361 comuni candidati considerati; 1.143 scartati (non serve alcuna area senza sede).',
    ]);
    expect(words({ ...proved.certificate, secondary_proved: false })).toHaveLength(2);
  });

  it('proves nothing where there was no candidate', () => {
    expect(words({ status: 'infeasible', candidates_considered: 0 })[0]).toBe(
      'Non si propone nulla: nessun comune può essere candidato.',
    );
    expect(words({ status: 'infeasible', candidates_considered: 7 })[0]).toBe(
      'Nessuna scelta rispetta i vincoli chiesti.',
    );
  });
});

it('a certificate counts in the singular too', () => {
  const certificate = {
    status: 'optimal',
    candidates_considered: 1,
    candidates_dropped: { altro: 1 },
    alternates: ['a'],
  };
  expect(certificateWords(certificateOf({ certificate }), 'cover', 1)).toEqual([
    'Dimostrato: nessuna altra scelta fa meglio.',
    'Un’altra scelta vale altrettanto.',
    '1 comune candidato considerato; 1 scartato (altro).',
  ]);
});

describe('fills of catchments', () => {
  const line = Array.from({ length: 20 }, (_, i) => ({ key: `c${i}`, lon: 9 + i / 10, lat: 45 }));

  it('never give neighbours the same', () => {
    const fills = catchmentFills(line);
    for (let i = 1; i < line.length; i++) expect(fills.get(`c${i}`)).not.toBe(fills.get(`c${i - 1}`));
  });

  it('are the same for the same places, one for each key', () => {
    expect([...catchmentFills(line)]).toEqual([...catchmentFills(line)]);
    expect(catchmentFills([...line, ...line]).size).toBe(20);
    expect(catchmentFills([]).size).toBe(0);
  });
});

describe('the certificate', () => {
  it('counts what was left out and what is as good', () => {
    const { dropped, alternates, gap, considered } = certificateOf({
      certificate: { gap: 'x', candidates_dropped: { 'senza tempi': 1143 }, alternates: ['a', 'b'] },
    });
    expect([dropped, alternates, gap, considered]).toEqual([[['senza tempi', 1143]], 2, null, null]);
  });

  it('says how many choices are as good, and what was considered where nothing was dropped', () => {
    const certificate = { status: 'optimal', secondary_proved: true, candidates_considered: 5, alternates: ['a', 'b'] };
    expect(certificateWords(certificateOf({ certificate }), 'units', 3)).toEqual([
      'Dimostrato: nessuna altra scelta fa meglio.',
      '2 altre scelte valgono altrettanto.',
      '5 comuni candidati considerati.',
    ]);
  });

  it('that is not proved claims no number of sedi', () => {
    expect(certificateWords(certificateOf({ certificate: { status: 'feasible' } }), 'units', 3)).toHaveLength(1);
  });
});

describe('the ninth catchment', () => {
  it.each([
    [{ lon: 9, lat: 45.9 }, 'c0'],
    [{ lon: 9, lat: 45 }, 'c7'],
  ])('at %o has the fill of the place farthest from it, %s', (place, farthest) => {
    const places = Array.from({ length: 8 }, (_, i) => ({ key: `c${i}`, lon: 9, lat: 45 + i / 10 }));
    const fills = catchmentFills([...places, { key: 'ninth', ...place }]);
    expect(fills.get('ninth')).toBe(fills.get(farthest));
  });
});
