import {
  ATS_BUDGETS,
  type AtsBudget,
  type Knobs,
  NO_KNOBS,
  NUMBER_KNOBS,
  type NumberKnob,
  type PlaceListName,
  setKnobs,
  withPlace,
} from '../../api/proposalKnobs';
import type { ComuneRow } from '../../api/rows';
import { el } from '../../drawing/dom';
import type { Change, ViewState } from '../../state/viewState';
import { ATS_BUDGET_WORDS, KNOBS } from '../../text/proposalWords';
import { closeFromElsewhere } from '../shared/closing';
import { check, options } from '../shared/fields';
import { NumberField } from './numberKnob';
import { PlaceList } from './placeList';

/** The choices of a search that most do without: folded, so that the others stay calm. */
export class MoreChoices {
  readonly element: HTMLDetailsElement;
  private knobs: Knobs = NO_KNOBS;
  private readonly title = el('summary');
  private readonly numbers: Map<NumberKnob, NumberField>;
  private readonly atsBudget = el('select', { id: 'scelta-ats-budget' });
  private readonly both = el('input', { type: 'checkbox', id: 'scelta-due-livelli' });
  private readonly balance = el('input', { type: 'checkbox', id: 'scelta-balance' });
  private readonly balanceField = check(this.balance, KNOBS.balance);
  private readonly fixed: PlaceList;
  private readonly onlyIn: PlaceList;
  private readonly notIn: PlaceList;
  private readonly clear: HTMLElement;

  constructor(change: Change) {
    const wide = window.matchMedia('(min-width: 992px)');
    const set = (part: Partial<Knobs>) => change({ knobs: { ...this.knobs, ...part }, selection: null });
    const place = (list: PlaceListName) => (code: string, wanted: boolean) =>
      change({ knobs: withPlace(this.knobs, list, code, wanted), selection: null });
    this.numbers = new Map(
      NUMBER_KNOBS.map((name) => [name, new NumberField(name, (value) => set({ [name]: value }))]),
    );
    options(
      this.atsBudget,
      ATS_BUDGETS.map((word) => [word, ATS_BUDGET_WORDS[word]]),
    );
    this.atsBudget.addEventListener('change', () => set({ atsBudget: this.atsBudget.value as AtsBudget }));
    this.both.addEventListener('change', () => set({ both: this.both.checked }));
    this.balance.addEventListener('change', () => set({ balance: this.balance.checked }));
    this.fixed = new PlaceList('scelta-fissi', KNOBS.fixed, place('fixed'));
    this.onlyIn = new PlaceList('scelta-only-in', KNOBS.onlyIn, place('onlyIn'));
    this.notIn = new PlaceList('scelta-not-in', KNOBS.notIn, place('notIn'));
    const clear = () => change({ knobs: NO_KNOBS, selection: null });
    this.clear = el('button', { type: 'button', class: 'quiet-button', onclick: clear }, KNOBS.clear);
    const number = (name: NumberKnob) => this.numbers.get(name)?.element;
    this.element = el(
      'details',
      { id: 'altre-scelte', class: 'more-choices' },
      this.title,
      el(
        'div',
        { class: 'knobs' },
        number('limit'),
        number('reach'),
        number('share'),
        number('timeLimit'),
        number('spokeCost'),
        number('budget'),
        el('div', { class: 'knob' }, el('label', { for: this.atsBudget.id }, KNOBS.atsBudget), this.atsBudget),
        this.fixed.element,
        this.notIn.element,
        this.onlyIn.element,
        el('div', { class: 'knob-checks' }, check(this.both, KNOBS.both), this.balanceField, this.clear),
      ),
    );
    // There it stands over the list.
    closeFromElsewhere(this.element, () => (wide.matches && this.element.open ? this.element : null));
  }

  show({ knobs, goal }: Pick<ViewState, 'knobs' | 'goal'>, comuni: readonly ComuneRow[]): void {
    this.knobs = knobs;
    const set = setKnobs(knobs);
    this.title.textContent = KNOBS.more(set);
    this.clear.hidden = set === 0;
    for (const [name, field] of this.numbers) {
      const unpriced = name === 'budget' && knobs.budget !== null && knobs.spokeCost === null;
      field.show(knobs[name], unpriced ? KNOBS.unpriced : '');
    }
    const share = this.numbers.get('share');
    if (share) share.element.hidden = goal !== 'cover';
    this.atsBudget.value = knobs.atsBudget;
    this.both.checked = knobs.both;
    this.balance.checked = knobs.balance;
    this.balanceField.hidden = goal === 'units';
    this.fixed.show(knobs.fixed, comuni);
    this.onlyIn.show(knobs.onlyIn, comuni);
    this.notIn.show(knobs.notIn, comuni);
  }
}
