import { describe, expect, it } from 'vitest';
import { coverageHeadline } from '../../src/text/coverageHeadline';
import {
  findingHeadline,
  fragilityHeadline,
  measureHeadline,
  openHeadline,
  type ProposalOutcome,
  proposalHeadline,
  travelHeadline,
} from '../../src/text/headlines';

type Of<F extends (figures: never) => string> = Parameters<F>[0];

describe('the headline of the coverage', () => {
  const usual: Of<typeof coverageHeadline> = {
    level: 'ambito',
    ats: null,
    all: 91,
    judged: 91,
    served: 71,
    uncovered: 17,
    residents: 949812,
    canTell: true,
  };

  it.each<[Partial<typeof usual>, string]>([
    [{}, '17 Ambiti su 91 sono scoperti: 949.812 residenti'],
    [{ uncovered: 1, residents: 1 }, '1 Ambito su 91 è scoperto: 1 residente'],
    [{ uncovered: 0, residents: 0 }, 'Nessun Ambito su 91 è scoperto'],
    [
      { level: 'distretto', ats: 'Brescia', all: 12, judged: 12, uncovered: 3, residents: 123456 },
      'Nell’ATS di Brescia 3 Distretti su 12 sono scoperti: 123.456 residenti',
    ],
    [{ level: 'ats', all: 8, judged: 8, uncovered: 0 }, 'Nessuna ATS su 8 è scoperta'],
    [
      { level: 'ats', all: 8, judged: 7, uncovered: 2, residents: 1500000 },
      '2 ATS su 7 note sono scoperte: 1,5 milioni di residenti; 1 non si può dire',
    ],
    [
      { judged: 20, served: 17, uncovered: 3, residents: 60000 },
      '3 Ambiti su 20 noti sono scoperti: 60.000 residenti; 71 non si possono dire',
    ],
    [
      { judged: 20, served: 20, uncovered: 0, residents: 0 },
      'Nessun Ambito su 20 noti è scoperto; 71 non si possono dire',
    ],
    [
      { judged: 68, served: 68, uncovered: 0, canTell: false },
      '68 Ambiti su 91 hanno una sede; degli altri non si può dire: l’elenco delle sedi non è completo',
    ],
    [
      { all: 4, judged: 4, served: 4, uncovered: 0, canTell: false, ats: 'Montagna' },
      'Nell’ATS della Montagna 4 Ambiti su 4 hanno una sede',
    ],
    [
      { judged: 0, served: 0, uncovered: 0, canTell: false },
      'Non si sa quanti Ambiti siano scoperti: le sedi non sono note',
    ],
    [{ level: 'ats', ats: 'Pavia', all: 1, judged: 1, served: 1, uncovered: 0 }, 'L’ATS di Pavia ha almeno una sede'],
    [
      { level: 'ats', ats: 'Pavia', all: 1, judged: 1, served: 0, uncovered: 1, residents: 540000 },
      'L’ATS di Pavia è scoperta: 540.000 residenti',
    ],
    [
      { level: 'ats', ats: 'Pavia', all: 1, judged: 1, served: 0, uncovered: 0 },
      'L’ATS di Pavia non ha sedi, ma un Hub la dichiara',
    ],
    [
      { level: 'ats', ats: 'Pavia', all: 1, judged: 0, served: 0, uncovered: 0, canTell: false },
      'Non si sa se l’ATS di Pavia abbia una sede: le sedi non sono note',
    ],
  ])('%j', (own, words) => {
    expect(coverageHeadline({ ...usual, ...own })).toBe(words);
  });
});

describe('the headline of the travel times', () => {
  const usual: Of<typeof travelHeadline> = { ats: null, beyond: 348675, percent: 3.5, isBound: false, excluded: 0 };

  it.each<[Partial<typeof usual>, string]>([
    [{}, '348.675 residenti (3,5 %) abitano oltre il limite'],
    [{ beyond: 1, percent: 0 }, '1 residente (0,0 %) abita oltre il limite'],
    [{ beyond: 0, percent: 0, ats: 'Insubria' }, 'Nell’ATS dell’Insubria nessun residente abita oltre il limite'],
    [
      { isBound: true, excluded: 7298412 },
      'Al più 348.675 residenti (3,5 %) abitano oltre il limite; di altri 7,3 milioni di residenti le sedi non sono note',
    ],
    [
      { beyond: null, percent: null, excluded: 9950742 },
      'Non si sa quanti residenti abitino oltre il limite: le sedi non sono note',
    ],
  ])('%j', (own, words) => {
    expect(travelHeadline({ ...usual, ...own })).toBe(words);
  });
});

describe('the headline of a measure', () => {
  const usual: Of<typeof measureHeadline> = {
    ats: null,
    title: 'Minuti alla sede più vicina',
    least: { name: 'Monza', figure: '2,5' },
    most: { name: 'Tirano', figure: '28,4' },
    without: 0,
  };

  it.each<[Partial<typeof usual>, string]>([
    [{}, 'Minuti alla sede più vicina: da 2,5 (Monza) a 28,4 (Tirano)'],
    [
      { ats: 'Brianza', without: 3 },
      'Minuti alla sede più vicina, ATS della Brianza: da 2,5 (Monza) a 28,4 (Tirano); senza valore: 3',
    ],
    [{ least: { name: 'Tirano', figure: '28,4' } }, 'Minuti alla sede più vicina: 28,4 (Tirano)'],
    [{ least: null, most: null, without: 91 }, 'Minuti alla sede più vicina: nessun valore, le sedi non sono note'],
  ])('%j', (own, words) => {
    expect(measureHeadline({ ...usual, ...own })).toBe(words);
  });
});

describe('the headline of the hours', () => {
  const usual: Of<typeof openHeadline> = {
    moment: 'Mercoledì alle 18:00',
    ats: null,
    open: 8,
    uncertain: 24,
    residents: 10000000,
    within: 500000,
    perhaps: 0,
    isBound: false,
    today: null,
  };

  it.each<[Partial<typeof usual>, string]>([
    [{}, 'Mercoledì alle 18:00 sono aperte 8 sedi: 500.000 residenti (5,0 %) ne trovano una entro il limite'],
    [
      { open: 1, within: 1, residents: 100 },
      'Mercoledì alle 18:00 è aperta 1 sede: 1 residente (1,0 %) ne trova una entro il limite',
    ],
    [
      { open: 0, within: 0, perhaps: 2500 },
      'Mercoledì alle 18:00 non risulta aperta alcuna sede; 24 hanno orari non noti',
    ],
    [{ open: 0, within: 0, uncertain: 0 }, 'Mercoledì alle 18:00 non risulta aperta alcuna sede'],
    [
      { moment: 'Sedi note, mercoledì alle 18:00', today: 38.06 },
      'Sedi note, mercoledì alle 18:00 sono aperte 8 sedi: 500.000 residenti (5,0 %, oggi il 38,1 %) ne trovano una entro il limite',
    ],
    [{ within: 0 }, 'Mercoledì alle 18:00 sono aperte 8 sedi: nessun residente ne trova una entro il limite'],
    [
      { ats: 'Brescia', perhaps: 2500 },
      'Mercoledì alle 18:00 nell’ATS di Brescia 500.000 residenti (5,0 %) trovano una sede aperta entro il limite; forse altri 2.500',
    ],
    [
      { ats: 'Brescia', within: 0 },
      'Mercoledì alle 18:00 nell’ATS di Brescia nessun residente trova una sede aperta entro il limite',
    ],
    [
      { isBound: true },
      'Mercoledì alle 18:00 sono aperte 8 sedi: almeno 500.000 residenti (5,0 %) ne trovano una entro il limite',
    ],
    [{ residents: 0, within: 0 }, 'Mercoledì alle 18:00 non si sa chi trovi una sede aperta: le sedi non sono note'],
  ])('%j', (own, words) => {
    expect(openHeadline({ ...usual, ...own })).toBe(words);
  });
});

describe('the headline of the proposals', () => {
  const usual: ProposalOutcome = {
    ats: null,
    isKnown: true,
    goal: 'cover',
    spokes: 10,
    hubs: 0,
    status: 'optimal',
    before: 96.496,
    after: 99.278,
    areas: 91,
    areaWords: 'Ambiti',
    isBound: false,
  };

  it.each<[Partial<typeof usual>, string]>([
    [{}, 'Con 10 nuovi Spoke: dal 96,5 % al 99,3 % dei residenti entro il limite'],
    [
      { spokes: 1, hubs: 2, before: 8.2, after: 11.4 },
      'Con 1 nuovo Spoke e 2 nuovi avvisi: dall’8,2 % all’11,4 % dei residenti entro il limite',
    ],
    [
      { spokes: 0, hubs: 1, before: 0.4, after: 81 },
      'Con 1 nuovo avviso: dallo 0,4 % all’81,0 % dei residenti entro il limite',
    ],
    [{ before: 1, after: 100 }, 'Con 10 nuovi Spoke: dall’1,0 % al 100,0 % dei residenti entro il limite'],
    [
      { goal: 'time', before: 9.67, after: 9.19, ats: 'Pavia' },
      'Nell’ATS di Pavia con 10 nuovi Spoke: da 9,7 a 9,2 minuti medi',
    ],
    [
      { goal: 'units', spokes: 18, hubs: 2, before: 71, after: 91 },
      'Con 18 nuovi Spoke e 2 nuovi avvisi: da 71 a 91 Ambiti con una sede, su 91',
    ],
    [
      { isBound: true },
      'Con 10 nuovi Spoke: dal 96,5 % al 99,3 % dei residenti entro il limite, ma l’elenco delle sedi non è completo',
    ],
    [{ after: 96.512 }, 'Con 10 nuovi Spoke la quota di residenti entro il limite resta al 96,5 %'],
    [{ spokes: 0 }, 'Nessuna nuova sede da proporre'],
    [{ spokes: 0, status: 'infeasible' }, 'Nessuna scelta rispetta i vincoli chiesti'],
    [{ isKnown: false, before: null, after: null }, 'Non si può proporre nulla: le sedi non sono note'],
    [{ after: null }, 'Con 10 nuovi Spoke'],
  ])('%j', (own, words) => {
    expect(proposalHeadline({ ...usual, ...own })).toBe(words);
  });
});

describe('the headline of the findings', () => {
  const usual: Of<typeof findingHeadline> = { ats: null, rule: null, all: 1552, wrong: 64, undeclared: 900 };

  it.each<[Partial<typeof usual>, string]>([
    [{}, '64 rilievi su 1.552 sono non conformi; 900 non dichiarati'],
    [{ wrong: 1, undeclared: 1 }, '1 rilievo su 1.552 è non conforme; 1 non dichiarato'],
    [{ wrong: 0, undeclared: 0, all: 91, rule: 'R1' }, 'Nessun rilievo sulla regola R1 su 91 è non conforme'],
    [
      { all: 12, wrong: 3, undeclared: 0, ats: 'Val Padana' },
      'Nell’ATS della Val Padana 3 rilievi su 12 sono non conformi',
    ],
    [{ all: 0, wrong: 0, undeclared: 0, rule: 'R9' }, 'Nessun rilievo sulla regola R9'],
  ])('%j', (own, words) => {
    expect(findingHeadline({ ...usual, ...own })).toBe(words);
  });
});

describe('the headline of the fragility', () => {
  it.each<[Of<typeof fragilityHeadline>, string]>([
    [{ ats: null, sites: 196, alone: 70 }, '70 sedi su 196 sono le sole della loro area'],
    [{ ats: 'Bergamo', sites: 20, alone: 1 }, 'Nell’ATS di Bergamo 1 sede su 20 è la sola della sua area'],
    [{ ats: null, sites: 196, alone: 0 }, 'Nessuna sede su 196 è la sola della sua area'],
    [{ ats: null, sites: 0, alone: 0 }, 'Nessuna sede che possa chiudere: non ne risulta alcuna'],
  ])('%j', (figures, words) => {
    expect(fragilityHeadline(figures)).toBe(words);
  });
});
