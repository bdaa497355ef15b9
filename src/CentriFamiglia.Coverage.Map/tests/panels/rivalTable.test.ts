// @vitest-environment jsdom

import { expect, it } from 'vitest';
import { NO_KNOBS } from '../../src/api/proposalKnobs';
import { rivalTable } from '../../src/panels/prova/rivalTable';
import type { RivalData } from '../../src/state/viewData';
import { answer, byHand, totals } from '../examples/trials';

const add = { op: 'add' as const, id: 'N1', role: 'spoke', pro_com_t: '098031' };
const sede = { id: 'N1', pro_com_t: '098031', comune: 'Lodi', ats: 'Milano', lon: 9.5, lat: 45.3 };
const rival: RivalData = {
  query: {
    level: 'ambito',
    goal: 'cover',
    spokes: 1,
    everyUnit: false,
    knobs: NO_KNOBS,
    ats: 'Pavia',
    count: 'propri',
  },
  changes: [{ ...add, id: 'P1' }],
  places: ['Casalpusterlengo'],
  certificate: { status: 'optimal', gap: 0, secondaryProved: true, considered: 3, dropped: [], others: [] },
  answer: answer({ after: { ...totals, residenti_oltre_limite: 20000 } }),
  problem: '',
};
const tried = answer({ sedi: [sede], after: { ...totals, residenti_oltre_limite: 22000 } });
const read = (own: Partial<RivalData> = {}, changes = [add]) =>
  rivalTable({ ...byHand, changes, answer: tried }, { ...rival, ...own }).map((part) => part.textContent);

it('says today, the trial and the proposals, where, and which does more', () => {
  const [title, table, verdict, proof] = read();
  expect(title).toBe('Con 1 nuovo Spoke nell’ATS di Pavia');
  expect(table).toContain('Residenti oltre il limite22.80022.00020.000');
  expect(table).toContain('DoveLodiCasalpusterlengo');
  expect(verdict).toBe('Le proposte portano entro il limite 2.000 residenti più della prova.');
  expect(proof).toContain('dimostrato');
});

it('says what else the trial does, and why there is no answer', () => {
  const close = { ...add, op: 'close' as const, id: 'LO01-H' };
  expect(read({}, [add, close as unknown as typeof add]).join(' ')).toContain(
    'sposta, chiude o cambia anche altre sedi',
  );
  expect(read({ answer: null })).toEqual(['Si cercano le proposte del programma…']);
  expect(read({ answer: null, problem: 'Il servizio è occupato.' })).toEqual(['Il servizio è occupato.']);
});
