import { expect, it } from 'vitest';
import { doorsOf } from '../../src/api/openRows';

it('the doors are counted by the service, and the uncertain ones are named', () => {
  const aperte = {
    sedi_aperte: 12,
    sedi_chiuse: 30,
    senza_orario: ['A', 'B'],
    orario_non_letto: ['C'],
    orario_letto_in_parte: ['D'],
  };
  expect(doorsOf({ aperte })).toEqual({ open: 12, closed: 30, undeclared: ['A', 'B'], unread: ['C'], partial: ['D'] });
});

it('what the service does not say is none', () => {
  expect(doorsOf({})).toEqual({ open: 0, closed: 0, undeclared: [], unread: [], partial: [] });
  expect(doorsOf({ aperte: { sedi_aperte: 'molte', senza_orario: 'A' } })).toMatchObject({ open: 0, undeclared: [] });
});
