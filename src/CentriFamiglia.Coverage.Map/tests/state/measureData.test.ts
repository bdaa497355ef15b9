import { expect, it } from 'vitest';
import { classesOf } from '../../src/domain/classes';
import { isKnown } from '../../src/domain/knowledge';
import { classCounts } from '../../src/state/measureData';
import { comuneItem } from '../../src/state/measureItems';

const item = (
  residenti: number,
  valore: number | null,
  motivo: string | null = null,
  elenco_incompleto: boolean | null = false,
) =>
  comuneItem({
    pro_com_t: '015146',
    comune: 'Milano',
    ambito: 'Milano',
    ats: 'Milano',
    residenti,
    unita: 'minuti',
    valore,
    motivo,
    viaggio: 'stima',
    fonte_stato: 'listed',
    dimostrativo: true,
    elenco_incompleto,
  });

it('every resident and every comune is in one class, or among those without a value', () => {
  const counts = classCounts([item(10, 5), item(20, 5.1), item(30, null), item(40, 99)], classesOf([5, 20]));
  expect([...counts]).toEqual([
    [0, { residents: 10, comuni: 1 }],
    [1, { residents: 20, comuni: 1 }],
    [null, { residents: 30, comuni: 1 }],
    [2, { residents: 40, comuni: 1 }],
  ]);
});

it('what is not known is counted apart from what has no value', () => {
  const unknown = item(50, null, 'NON_CARICATO: le sedi dell’ATS non sono note', null);
  expect([...classCounts([unknown, item(30, null, 'isolato')], [])]).toEqual([
    ['nonNoto', { residents: 50, comuni: 1 }],
    [null, { residents: 30, comuni: 1 }],
  ]);
  expect([isKnown(unknown), unknown.reason]).toEqual([false, null]);
});
