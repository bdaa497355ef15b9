import { isCompared } from '../state/comparison';
import type { Change, ViewState } from '../state/viewState';
import { StateSwitch } from './shared/stateSwitch';

/** In the views that show today: the state to compare it with. */
export class CompareControls {
  readonly fields: HTMLElement[];
  private readonly states: StateSwitch;

  constructor(change: Change) {
    this.states = new StateSwitch('stato', change);
    this.fields = [this.states.element];
  }

  show(state: ViewState): void {
    this.states.element.hidden = !isCompared(state);
    this.states.show(state);
  }
}
