import { expect, it } from 'vitest';
import { cureFor, excludedOf } from '../../src/state/viewData';
import { gap } from '../examples/rows';
import { shown, view } from '../examples/views';

const unknown = { ...gap, elenco_incompleto: null, residenti_esclusi: 500, comuni_esclusi: 3 };
const partial = { ...gap, residenti_esclusi: 9000, comuni_esclusi: 40 };

it('a view says what to do only where nothing is known of what it is about', () => {
  const data = shown({
    totals: new Map([
      ['', partial],
      ['Pavia', unknown],
    ]),
  });
  expect(cureFor(data, view())).toBeNull();
  expect(cureFor(data, view({ ats: 'Pavia' }))?.command).toBe('coverage import FILE --sedi note --completo "Pavia"');
  expect(cureFor(shown(), view())).toBeNull();
});

it('what is left out is of the ATS chosen, or of the region', () => {
  const data = shown({
    totals: new Map([
      ['', partial],
      ['Pavia', unknown],
    ]),
  });
  expect(excludedOf(data, view())).toEqual({ residents: 9000, comuni: 40 });
  expect(excludedOf(data, view({ ats: 'Pavia' }))).toEqual({ residents: 500, comuni: 3 });
  expect(excludedOf(shown(), view())).toEqual({ residents: 0, comuni: 0 });
});
