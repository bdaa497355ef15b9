import { FIRST_INDEX, indexOf, MOST_WEIGHT, type Weights, weightsOf } from '../domain/needIndex';
import { el } from '../drawing/dom';
import type { Change, ViewState } from '../state/viewState';
import { WEIGHING } from '../state/weighed';
import { CONTROL } from '../text/controlWords';
import { DEMANDS, type Demand, isIndex, PEOPLE_WORDS, type People } from '../text/peopleWords';
import { field, options } from './shared/fields';

/** Whose travel is weighed: one kind of people, or an index of need with a weight for each. */
export class NeedControls {
  readonly fields: HTMLElement[];
  private readonly demand = el('select', { id: 'domanda' });
  private readonly inputs = new Map<People, HTMLInputElement>();
  private readonly weights: HTMLElement[];

  constructor(change: Change) {
    options(this.demand, [
      ...DEMANDS.map((demand): [string, string] => [demand, PEOPLE_WORDS[demand].label]),
      [FIRST_INDEX, CONTROL.index],
    ]);
    this.demand.addEventListener('change', () => change({ demand: this.demand.value as Demand }));
    this.weights = DEMANDS.map((kind) => this.weight(kind, change));
    this.fields = [field(CONTROL.demand, this.demand), ...this.weights];
  }

  show({ theme, demand }: ViewState): void {
    const isWeighing = WEIGHING.includes(theme);
    for (const each of this.fields) each.hidden = !isWeighing;
    this.demand.value = isIndex(demand) ? FIRST_INDEX : demand;
    const weights = weightsOf(demand);
    for (const each of this.weights) each.hidden = !isWeighing || !isIndex(demand);
    for (const [kind, input] of this.inputs) {
      // Parts of an answer come while someone writes.
      if (document.activeElement !== input) input.value = String(weights[kind] ?? 0);
    }
  }

  private weight(kind: People, change: Change): HTMLElement {
    const input = el('input', { type: 'number', id: `peso-${kind}`, min: 0, max: MOST_WEIGHT, step: 'any' });
    input.addEventListener('change', () => {
      const kept = Number.isFinite(input.valueAsNumber) ? Math.min(MOST_WEIGHT, Math.max(0, input.valueAsNumber)) : 0;
      input.value = String(kept);
      // Where nobody is left, the first index stands again.
      change({ demand: indexOf(this.given()) ?? FIRST_INDEX });
    });
    this.inputs.set(kind, input);
    return field(CONTROL.weightOf(PEOPLE_WORDS[kind].label), input);
  }

  private given(): Weights {
    return Object.fromEntries([...this.inputs].map(([kind, input]) => [kind, input.valueAsNumber]));
  }
}
