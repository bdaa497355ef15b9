import { expect, it } from 'vitest';
import { fromHash, toHash } from '../../src/state/permalink';
import { view } from '../examples/views';

it('the other state stands in the link, as the service writes it', () => {
  const other = { date: '2024-06-30', sedi: 'note', rules: 'dgr-4431-2025' };
  const hash = toHash(view({ against: 'altro', other }));
  expect(hash).toBe('#confronto=altro&data_dopo=2024-06-30&sedi_dopo=note&regole_dopo=dgr-4431-2025');
  expect(fromHash(hash).other).toEqual(other);
});

it.each(['2024-13-01', '2024-02-30', 'ieri', '30/06/2024'])('%s is no day, and is left out', (date) =>
  expect(fromHash(`data_dopo=${encodeURIComponent(date)}`).other.date).toBeNull(),
);
