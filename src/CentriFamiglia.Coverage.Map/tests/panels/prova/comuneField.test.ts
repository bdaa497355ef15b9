// @vitest-environment jsdom

import { expect, it, vi } from 'vitest';
import { ComuneField } from '../../../src/panels/prova/comuneField';
import { comune } from '../../examples/rows';

function field() {
  const chosen = vi.fn();
  const made = new ComuneField('prova', 'In', 'Aggiungi', chosen);
  document.body.replaceChildren(made.element);
  const submit = (text: string) => {
    (made.element.querySelector('input') as HTMLInputElement).value = text;
    made.element.dispatchEvent(new Event('submit', { cancelable: true }));
  };
  return { made, chosen, submit, said: () => made.element.querySelector('.field-error')?.textContent };
}

it('takes a comune by its name or its code, whatever the case', () => {
  const { made, chosen, submit } = field();
  made.offer([comune]);
  submit(` ${comune.comune.toUpperCase()} `);
  submit(comune.pro_com_t);
  expect(chosen.mock.calls).toEqual([[comune.pro_com_t], [comune.pro_com_t]]);
});

it('says so where there is no such comune', () => {
  const { made, chosen, submit, said } = field();
  made.offer([comune]);
  submit('Atlantide');
  expect(said()).not.toBe('');
  expect(chosen).not.toHaveBeenCalled();
});

it('takes what was asked for before the comuni were there as soon as they are, once', async () => {
  const { made, chosen, submit, said } = field();
  submit(comune.comune);
  expect(said()).toBe('');
  made.offer([comune]);
  await Promise.resolve();
  made.offer([{ ...comune }]);
  await Promise.resolve();
  expect(chosen.mock.calls).toEqual([[comune.pro_com_t]]);
});
