import { expect, it } from 'vitest';
import type { Provenance } from '../../src/api/provenance';
import { noticesFor } from '../../src/domain/notices';
import { countPeople } from '../../src/text/peopleWords';

const measured: Provenance = {
  date: '2026-01-01',
  snapshot: 'ab',
  ruleSet: 'D.G.R. XII/1507',
  sedi: { name: 'mie', complete: true, completeFor: ['Milano'], demonstration: false, active: 2 },
  excluded: { residents: 0, comuni: 0 },
  leftOut: 0,
  staleSince: '',
  travel: { kind: 'matrice', errorMinutes: null },
  demand: 'punti di residenza importati',
  weighed: { kind: 'residenti', year: 2023 },
  limits: [20, 30, 40],
  attributions: [],
  warnings: [],
};

it('says nothing of figures that are measured, verified and complete', () => {
  expect(noticesFor(measured, 'ambito', ['listed', 'listed'])).toEqual([]);
});

it('says first that the store is away, and until when its data were known', () => {
  const [notice] = noticesFor({ ...measured, staleSince: '2026-03-02T09:05:00Z' }, 'ambito', ['listed']);
  expect(notice?.tag).toBe('Non aggiornato');
  expect(notice?.text).toMatch(/^L’archivio non risponde: .* fino alle 0?2\/0?3\/26, \d\d:05\.$/);
});

it('says whom the figures count where they are not residents, and of which year', () => {
  countPeople('eta_65_oltre');
  const [notice] = noticesFor({ ...measured, weighed: { kind: 'eta_65_oltre', year: 2011 } }, 'ambito', ['listed']);
  countPeople('residenti');
  expect(notice).toEqual({
    tag: 'Chi si conta',
    text: 'Le cifre contano persone 65+ (2011), non i residenti; verdetti, Fondo e rilievi restano dei residenti.',
  });
});

it('says that times on roads are not those of the rush hour', () => {
  const [notice] = noticesFor({ ...measured, travel: { kind: 'rete', errorMinutes: null } }, 'ambito', ['listed']);
  expect(notice?.text).toContain('senza traffico');
});

it('says what is made up, partial, estimated with its error, and unverified', () => {
  const notices = noticesFor(
    {
      ...measured,
      sedi: { name: 'note', complete: false, completeFor: [], demonstration: true, active: 2 },
      demand: 'un punto per comune: la sede comunale, con tutti i suoi residenti (anche Milano)',
      travel: { kind: 'stima', errorMinutes: 3.21 },
    },
    'ambito',
    ['listed', 'unverified', 'inferred', 'unverified'],
  );
  expect(notices.map((n) => n.tag)).toEqual([
    'Dimostrativo',
    'Elenco parziale',
    'Stimato',
    'Un punto per comune',
    'Non verificato',
  ]);
  expect(notices[2]?.text).toContain('errore medio 3,2 minuti');
  expect(notices[4]?.text).toContain('2 Ambiti su 4');
});

it('says which comuni are read by points of their own, and that the others are one point', () => {
  const demand =
    'Milano è letta per 5.718 sezioni di censimento; negli altri 1.503 comuni un punto per comune: la sede comunale, con tutti i suoi residenti';
  expect(noticesFor({ ...measured, demand }, 'ambito', [])).toEqual([
    { tag: 'Da dove si parte', text: `${demand}.`, lang: 'it' },
  ]);
});

it('says how many rows of the store do not count, because another program changed them', () => {
  const text = (leftOut: number) => noticesFor({ ...measured, leftOut }, 'ambito', [])[0]?.text;
  expect(text(1)).toBe(
    'Una riga, modificata da un altro programma, non conta: quale e perché è in «Tutte le avvertenze».',
  );
  expect(text(1200)).toContain('1.200 righe, modificate da un altro programma, non contano');
});

it('says each thing whole', () => {
  const estimated: Provenance = {
    ...measured,
    sedi: { name: 'note', complete: false, completeFor: [], demonstration: true, active: 2 },
    travel: { kind: 'stima', errorMinutes: null },
    demand: 'un punto per comune',
  };
  expect(noticesFor(estimated, 'ats', [])).toEqual([
    { tag: 'Dimostrativo', text: 'Sedi e reti inventate per provare il programma: nessuna è reale.' },
    {
      tag: 'Elenco parziale',
      text: 'L’elenco delle sedi non è completo: dove non ne risulta una, non si può dire «scoperto».',
    },
    {
      tag: 'Stimato',
      text: 'Tempi in auto stimati, non calcolati sulla rete stradale. Con una rete stradale o la matrice ISTAT il valore diventa certo.',
    },
    { tag: 'Un punto per comune', text: 'Tutti i residenti sono contati nella sede comunale, anche a Milano.' },
  ]);
});

it('says for which ATS the list is complete, and what the totals leave out', () => {
  const notices = (completeFor: string[]) =>
    noticesFor(
      {
        ...measured,
        sedi: { name: 'mie', complete: false, completeFor, demonstration: false, active: 24 },
        excluded: { residents: 7298412, comuni: 1400 },
      },
      'ambito',
      [],
    );
  expect(notices(['Brianza'])).toEqual([
    {
      tag: 'Elenco parziale',
      text: 'L’elenco delle sedi non è completo (lo è soltanto per l’ATS della Brianza): dove non ne risulta una, non si può dire «scoperto».',
    },
    { tag: 'Totali parziali', text: 'Esclusi 7,3 milioni di residenti di 1.400 comuni: sedi non note.' },
  ]);
  expect(notices(['Brianza', 'Pavia'])[0]?.text).toContain('(lo è soltanto per ATS della Brianza, ATS di Pavia)');
});
