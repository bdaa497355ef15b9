import { describe, expect, it } from 'vitest';
import type { SuggestionRow } from '../../src/api/proposalRows';
import {
  catchmentsOf,
  certificateOf,
  certificateWords,
  gainsOf,
  heldBy,
  inOrder,
  marksOf,
} from '../../src/domain/proposals';
import { effect } from '../examples/rows';

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
    alternates: [['a']],
  };
  expect(certificateWords(certificateOf({ certificate }), 'cover', 1)).toEqual([
    'Dimostrato: nessuna altra scelta fa meglio.',
    'Un’altra scelta vale altrettanto.',
    '1 comune candidato considerato; 1 scartato (altro).',
  ]);
});

describe('the certificate', () => {
  it('counts what was left out and what is as good', () => {
    const { dropped, others, gap, considered } = certificateOf({
      certificate: { gap: 'x', candidates_dropped: { 'senza tempi': 1143 }, alternates: [['a'], ['b']] },
    });
    expect([dropped, others, gap, considered]).toEqual([[['senza tempi', 1143]], [['a'], ['b']], null, null]);
  });

  it('says how many choices are as good, and what was considered where nothing was dropped', () => {
    const certificate = {
      status: 'optimal',
      secondary_proved: true,
      candidates_considered: 5,
      alternates: [['a'], ['b']],
    };
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

describe('the proposals', () => {
  const row = (ordine: number, own: Partial<SuggestionRow> = {}) => ({ ordine, ...own }) as SuggestionRow;

  it('stand by their number, whatever order they come in', () => {
    expect(inOrder([row(3), row(1), row(2)]).map((r) => r.ordine)).toEqual([1, 2, 3]);
  });

  it.each([
    [true, 5, 'cover', []],
    [true, 0, 'units', ['non guadagna residenti']],
    [true, 0, 'time', []],
    [false, 0, 'cover', ['non serve allo scopo', 'non guadagna residenti']],
    [false, 553, 'cover', ['non serve allo scopo']],
  ] as const)(
    'that serves: %s, gains %s, for %s, is marked %j',
    (serve_allo_scopo, residenti_guadagnati, goal, marks) => {
      expect(marksOf(row(1, { serve_allo_scopo, residenti_guadagnati }), goal)).toEqual(marks);
    },
  );

  it('take the comuni that would go to them', () => {
    const effects = [effect, { ...effect, pro_com_t: '098032', residenti: 10 }, { ...effect, sede_proposta: '098011' }];
    expect([...catchmentsOf(effects)]).toEqual([
      ['098010', { comuni: ['098031', '098032'], residents: 45010 }],
      ['098011', { comuni: ['098031'], residents: 45000 }],
    ]);
  });

  it('may stand in other choices that are as good', () => {
    const certificate = certificateOf({ certificate: { alternates: [['a', 'b'], ['b', 'c'], ['c']] } });
    expect(['a', 'b', 'd'].map((code) => heldBy(certificate, code))).toEqual([
      [1, 3],
      [2, 3],
      [0, 3],
    ]);
  });

  it('give together what the answer says, and nothing where it says nothing', () => {
    const totali = { residenti_guadagnati_insieme: 9275, minuti_risparmiati_insieme: 970054.6, unita_servite: 2 };
    expect(gainsOf({ totali })).toEqual({ residents: 9275, residentMinutes: 970054.6, areas: 2 });
    expect(gainsOf({})).toEqual({ residents: 0, residentMinutes: 0, areas: 0 });
  });
});
