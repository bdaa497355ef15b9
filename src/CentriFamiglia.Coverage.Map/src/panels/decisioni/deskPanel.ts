import { may } from '../../api/account';
import { el } from '../../drawing/dom';
import type { DeskData, OpenRun } from '../../state/deskData';
import type { ViewData } from '../../state/viewData';
import type { ViewState } from '../../state/viewState';
import { DECIDE, DESK } from '../../text/deskWords';
import { quietButton } from '../shared/acting';
import { note } from '../shared/parts';
import type { RunActions } from './deskActions';
import { RunHead } from './runHead';
import { RunList } from './runList';
import { ScenarioList } from './scenarioList';

/** The view of the decisions: scenarios and frozen analyses, or the one analysis that is open. Built once, so that the focus stays. */
export class DeskPanel {
  private readonly scenarios: ScenarioList;
  private readonly runs: RunList;
  private readonly head: RunHead;
  private readonly lists: HTMLElement;
  private readonly reading = note(DESK.reading);
  private readonly back: HTMLElement;
  private readonly problem = el('p', { class: 'trial-problem', role: 'alert', hidden: true });

  constructor(container: HTMLElement, actions: RunActions, choose: (run: OpenRun, number: number) => void) {
    this.scenarios = new ScenarioList(actions);
    this.runs = new RunList(actions);
    this.head = new RunHead(actions, choose);
    const scenarios = may('leggere_bozze') ? [this.scenarios.element] : [];
    this.lists = el('div', { class: 'desk-lists' }, ...scenarios, this.runs.element);
    const back = () => actions.change({ run: null, selection: null });
    this.back = el('div', { class: 'trial-tools' }, quietButton(DECIDE.back, back));
    container.append(this.back, this.problem, this.reading, this.lists, this.head.element);
  }

  show({ lists, run, problem }: DeskData, state: ViewState, { provenance }: ViewData): void {
    const isOpen = state.run !== null;
    this.back.hidden = !isOpen;
    this.problem.hidden = problem === '';
    if (this.problem.textContent !== problem) this.problem.textContent = problem;
    this.reading.hidden = problem !== '' || (isOpen ? run !== null : lists !== null);
    this.lists.hidden = isOpen || lists === null;
    this.head.element.hidden = !isOpen || run === null;
    if (lists) {
      this.scenarios.show(lists.scenarios);
      this.runs.show(lists.runs, lists.scenarios);
    }
    if (run) this.head.show(run, provenance.snapshot);
  }
}
