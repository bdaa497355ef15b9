import { MOST_SPOKES } from '../../api/proposalKnobs';
import type { ComuneRow } from '../../api/rows';
import { el } from '../../drawing/dom';
import type { Change, ViewState } from '../../state/viewState';
import { CONTROL } from '../../text/controlWords';
import { GOAL_WORDS, GOALS, type Goal } from '../../text/words';
import { check, field, options } from '../shared/fields';
import { MoreChoices } from './moreChoices';

/** What the proposals look for: goal, number of Spokes, the act's rule R1 as a constraint, and what most do without. */
export class ProposalControls {
  readonly fields: HTMLElement[];
  private readonly goal = el('select', { id: 'scopo' });
  private readonly spokes = el('input', { type: 'number', id: 'nuovi', min: 1, max: MOST_SPOKES, step: 1 });
  private readonly label = el('label', { for: this.spokes.id });
  private readonly everyUnit = el('input', { type: 'checkbox', id: 'r1' });
  private readonly more: MoreChoices;

  constructor(change: Change) {
    this.goal.addEventListener('change', () => change({ goal: this.goal.value as Goal, selection: null }));
    this.spokes.addEventListener('change', () => {
      // Out of range the nearest number that may be asked for stands in its place.
      const asked = Math.round(this.spokes.valueAsNumber || 1);
      const spokes = Math.min(MOST_SPOKES, Math.max(1, asked));
      this.spokes.value = String(spokes);
      change({ spokes, selection: null });
    });
    this.everyUnit.addEventListener('change', () => change({ everyUnit: this.everyUnit.checked, selection: null }));
    this.more = new MoreChoices(change);
    this.fields = [
      field(CONTROL.goal, this.goal),
      el('div', { class: 'field' }, this.label, this.spokes),
      check(this.everyUnit, CONTROL.everyArea),
      this.more.element,
    ];
  }

  show(state: ViewState, comuni: readonly ComuneRow[]): void {
    const [goal, spokes, everyUnit, more] = this.fields as [HTMLElement, HTMLElement, HTMLElement, HTMLElement];
    goal.hidden = state.theme !== 'proposte';
    more.hidden = goal.hidden;
    // Where every area gets a sede, the number is what is found, and only ends the curve; where a share is looked for, too.
    spokes.hidden = goal.hidden;
    this.label.textContent = state.goal === 'units' ? CONTROL.curveTo : CONTROL.newSpokes;
    this.spokes.disabled = state.goal === 'cover' && state.knobs.share !== null;
    everyUnit.hidden = goal.hidden || state.goal === 'units';
    options(
      this.goal,
      GOALS.map((each) => [each, GOAL_WORDS[each]]),
    );
    this.goal.value = state.goal;
    // Parts of an answer come while someone writes.
    if (document.activeElement !== this.spokes) this.spokes.value = String(state.spokes);
    this.everyUnit.checked = state.everyUnit;
    if (!goal.hidden) this.more.show(state, comuni);
  }
}
