import { expect, it } from 'vitest';
import { provenanceOf } from '../../src/api/provenance';

it('reads what makes a figure defensible out of the meta of an answer', () => {
  const provenance = provenanceOf({
    data: '2026-07-14T10:05:00Z',
    fotografia: { hash: '9f2c', revisione: 3 },
    regole: { id: 'dgr-xii-1507-2023', titolo: 'D.G.R. XII/1507 del 2023' },
    sedi: { insieme: 'dimostrative', completo: false, completo_per: ['Brianza'], dimostrativo: true, sedi_attive: 5 },
    archivio: { righe_escluse: 2, rilievi: [] },
    residenti_esclusi: 7298412,
    comuni_esclusi: 1400,
    domanda: { punti: 1504, descrizione: 'un punto per comune: la sede comunale' },
    viaggio: { fonte: 'stima', errore_medio_minuti: 3.2 },
    limiti: { minuti_per_classe_snai: { A: 20, B: 20, C: 20, D: 30, E: 40, F: 40 } },
    attribuzioni: ['Confini: Istat, CC-BY', 'Sedi comunali: GeoNames, CC-BY 4.0'],
    avvertenze: ['DATI DIMOSTRATIVI'],
  });
  expect(provenance).toEqual({
    weighed: { kind: 'residenti', year: null },
    date: '2026-07-14T10:05:00Z',
    snapshot: '9f2c',
    ruleSet: 'D.G.R. XII/1507 del 2023',
    sedi: { name: 'dimostrative', complete: false, completeFor: ['Brianza'], demonstration: true, active: 5 },
    excluded: { residents: 7298412, comuni: 1400 },
    leftOut: 2,
    staleSince: '',
    demand: 'un punto per comune: la sede comunale',
    travel: { kind: 'stima', errorMinutes: 3.2 },
    limits: [20, 30, 40],
    attributions: ['Confini: Istat, CC-BY', 'Sedi comunali: GeoNames, CC-BY 4.0'],
    warnings: ['DATI DIMOSTRATIVI'],
  });
});

it('takes the one limit that was asked for', () => {
  expect(provenanceOf({ limiti: { minuti: 25 } }).limits).toEqual([25]);
});

it('never calls complete or measured what the meta does not', () => {
  const { sedi, travel } = provenanceOf({});
  expect([sedi.complete, travel.kind]).toEqual([false, 'stima']);
});

it('takes each limit of the classes once, from the least', () => {
  const classi = { A: 40, B: 20, C: null, D: 30, E: 20 };
  expect(provenanceOf({ limiti: { minuti_per_classe_snai: classi } }).limits).toEqual([20, 30, 40]);
});

it('names the rules by their id where they have no title, and made-up sedi only where they are', () => {
  const { ruleSet, sedi } = provenanceOf({ regole: { id: 'mie' }, sedi: { dimostrativo: 'no' } });
  expect([ruleSet, sedi.demonstration]).toEqual(['mie', false]);
});
