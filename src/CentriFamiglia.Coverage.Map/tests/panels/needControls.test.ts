// @vitest-environment jsdom
import { afterEach, describe, expect, it } from 'vitest';
import { NeedControls } from '../../src/panels/needControls';
import type { ViewState } from '../../src/state/viewState';
import { view } from '../examples/views';

afterEach(() => document.body.replaceChildren());

function controls(state: Partial<ViewState>) {
  const changes: Partial<ViewState>[] = [];
  const need = new NeedControls((change) => changes.push(change));
  document.body.append(...need.fields);
  need.show(view({ theme: 'tempi', ...state }));
  const shown = need.fields.filter((field) => !field.hidden).map((field) => field.querySelector('label')?.textContent);
  const set = (label: string, value: string) => {
    const field = need.fields.find((each) => each.querySelector('label')?.textContent === label);
    const control = field?.querySelector<HTMLInputElement | HTMLSelectElement>('input, select');
    if (!control) throw new Error(label);
    control.value = value;
    control.dispatchEvent(new Event('change'));
  };
  return { shown, set, changes };
}

describe('whom a view counts', () => {
  it('is one kind of people, or an index with a weight for each kind', () => {
    expect(controls({}).shown).toEqual(['Chi si conta']);
    expect(controls({ demand: 'eta_0_14=2,eta_65_oltre=1' }).shown).toEqual([
      'Chi si conta',
      'Peso: Residenti',
      'Peso: Famiglie',
      'Peso: Bambini 0–14',
      'Peso: Persone 65+',
    ]);
    expect(controls({ theme: 'copertura', demand: 'eta_0_14=2' }).shown).toEqual([]);
  });

  it('is asked for as the service takes it', () => {
    const { set, changes } = controls({ demand: 'eta_0_14=2,eta_65_oltre=1' });
    set('Peso: Famiglie', '0.5');
    set('Peso: Famiglie', '-3');
    set('Peso: Bambini 0–14', '');
    expect(changes.map((change) => change.demand)).toEqual([
      'famiglie=0.5,eta_0_14=2,eta_65_oltre=1',
      'eta_0_14=2,eta_65_oltre=1',
      'eta_65_oltre=1',
    ]);
  });

  it('is the first index again where nobody is left', () => {
    const { set, changes } = controls({ demand: 'eta_65_oltre=1' });
    set('Peso: Persone 65+', '0');
    expect(changes).toEqual([{ demand: 'eta_0_14=1,eta_65_oltre=1' }]);
  });
});
