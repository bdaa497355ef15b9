import { rowsOf } from '../../api/apiClient';
import { siteNames } from '../../domain/idWords';
import { type TrialChange, without } from '../../domain/trial';
import { changeWords } from '../../domain/trialWords';
import { el } from '../../drawing/dom';
import { facing, spokesOf } from '../../state/comparison';
import { MOST_STEPS } from '../../state/trialHistory';
import { isKeptHere } from '../../state/trialLink';
import type { RivalData, TrialData, ViewData } from '../../state/viewData';
import type { Change, ViewState } from '../../state/viewState';
import { RIVAL } from '../../text/compareWords';
import { IMPORT } from '../../text/importWords';
import { TRIAL_TOOLS } from '../../text/trialWords';
import { type Problem, problemWords } from '../shared/parts';
import { StateSwitch } from '../shared/stateSwitch';
import { ComuneField } from './comuneField';
import { rivalTable } from './rivalTable';
import { trialResults } from './trialResults';

/** What the panel is asked to do. */
export interface TrialActions {
  commit(trial: readonly TrialChange[], said: string): void;
  undo(): void;
  redo(): void;
  /** Shows another state, or two. */
  change: Change;
  /** The next click on the map adds a Spoke there, or no longer does. */
  point(): void;
  addIn(comune: string): void;
  save(): void;
  load(file: File): void;
  select(site: string): void;
}

/** What the panel shows besides the view. */
export interface TrialShown {
  isPointing: boolean;
  canUndo: boolean;
  canRedo: boolean;
  /** No more steps are kept: the oldest is given up for each new one. */
  isFull: boolean;
  /** Why the last trial could not be answered, and how to mend it; null where it was. */
  problem: Problem | null;
}

/** The trial by hand: tools, changes, what they do. Built once, so that the focus stays where it is. */
export class TrialPanel {
  private readonly point: HTMLButtonElement;
  private readonly undo: HTMLButtonElement;
  private readonly redo: HTMLButtonElement;
  private readonly empty: HTMLButtonElement;
  private readonly save: HTMLButtonElement;
  private readonly states: StateSwitch;
  private readonly facing: HTMLButtonElement;
  private readonly rival = el('div', { class: 'trial-rival', 'aria-live': 'polite' });
  private readonly comune: ComuneField;
  private readonly changes = el('ol', { class: 'trial-changes' });
  private readonly hint = el('p', { class: 'note' }, TRIAL_TOOLS.hint);
  private readonly full = el('p', { class: 'note', hidden: true }, TRIAL_TOOLS.full(MOST_STEPS));
  private readonly kept = el('p', { class: 'note', hidden: true }, IMPORT.kept);
  private readonly problem = el('div', { class: 'trial-problem', role: 'alert', hidden: true });
  private readonly results = el('div', { class: 'trial-results' });
  private changesKey = '';
  private shownRival: RivalData | null = null;
  private state: ViewState | null = null;

  constructor(
    container: HTMLElement,
    private readonly actions: TrialActions,
  ) {
    this.point = button(TRIAL_TOOLS.point, () => actions.point());
    this.undo = button(TRIAL_TOOLS.undo, () => actions.undo());
    this.redo = button(TRIAL_TOOLS.redo, () => actions.redo());
    this.empty = button(TRIAL_TOOLS.empty, () => actions.commit([], TRIAL_TOOLS.emptied));
    this.save = button(TRIAL_TOOLS.save, () => actions.save());
    this.states = new StateSwitch('colore', (change) => actions.change(change));
    this.facing = button(RIVAL.press, () => this.state && actions.change(facing(this.state)));
    this.facing.classList.add('rival-press');
    this.comune = new ComuneField('prova-comune', TRIAL_TOOLS.orIn, TRIAL_TOOLS.addHere, (code) => actions.addIn(code));
    const file = el('input', { type: 'file', id: 'prova-file', accept: '.json,application/json' });
    file.addEventListener('change', () => {
      const [chosen] = file.files ?? [];
      if (chosen) actions.load(chosen);
      file.value = '';
    });
    container.append(
      this.states.element,
      el('div', { class: 'trial-tools' }, this.point, this.undo, this.redo, this.empty),
      this.full,
      this.comune.element,
      this.problem,
      this.hint,
      this.kept,
      this.changes,
      el('div', { class: 'trial-tools' }, this.facing),
      this.rival,
      this.results,
      el(
        'div',
        { class: 'trial-tools' },
        this.save,
        el('label', { class: 'quiet-button trial-file', for: 'prova-file' }, TRIAL_TOOLS.load),
        file,
      ),
    );
  }

  show(data: ViewData, state: ViewState, trial: TrialData, shown: TrialShown): void {
    this.point.setAttribute('aria-pressed', String(shown.isPointing));
    able(this.undo, shown.canUndo);
    able(this.redo, shown.canRedo);
    this.full.hidden = !shown.isFull;
    able(this.empty, trial.changes.length > 0);
    able(this.save, trial.changes.length > 0);
    this.states.show(state);
    this.state = state;
    this.showRival(data, trial, state);
    if (data.comuni) this.comune.offer(rowsOf(data.comuni));
    this.hint.hidden = trial.changes.length > 0;
    this.kept.hidden = !isKeptHere(trial.changes);
    this.showChanges(data, trial.changes);
    this.problem.hidden = shown.problem === null;
    this.problem.replaceChildren(...(shown.problem ? [problemWords(shown.problem)] : []));
    const names = siteNames(rowsOf(data.sites));
    this.results.replaceChildren(
      ...(trial.answer && trial.changes.length > 0 ? trialResults(trial.answer, names) : []),
    );
  }

  /** The program's own choice of as many Spokes, once someone asks for it. */
  private showRival(data: ViewData, trial: TrialData, { against }: ViewState): void {
    const canFace = spokesOf(data).length > 0;
    this.facing.hidden = trial.changes.length === 0;
    able(this.facing, canFace || against !== null);
    this.facing.title = canFace ? '' : RIVAL.noSpoke;
    this.facing.setAttribute('aria-pressed', String(against === 'proposte'));
    const { rival } = trial;
    const isNew = rival !== this.shownRival;
    this.shownRival = rival;
    this.rival.replaceChildren(...(rival && canFace ? rivalTable(trial, rival) : []));
    // It was asked for to be read, and stands below what was pressed.
    if (isNew && rival?.answer) this.rival.scrollIntoView({ block: 'nearest' });
  }

  private showChanges(data: ViewData, changes: readonly TrialChange[]): void {
    const sites = new Map(rowsOf(data.sites).map((row) => [row.site_id, row]));
    const lines = changes.map((change) => ({
      change,
      words: changeWords(change, sites.get(change.id), data.networks),
    }));
    const key = JSON.stringify(lines.map(({ words }) => words));
    if (key === this.changesKey) return;
    this.changesKey = key;
    const hadFocus = this.changes.contains(document.activeElement);
    this.changes.replaceChildren(
      ...lines.map(({ change, words }) =>
        el(
          'li',
          {},
          el('button', { type: 'button', class: 'trial-change', onclick: () => this.actions.select(change.id) }, words),
          el(
            'button',
            {
              type: 'button',
              class: 'quiet-button',
              'aria-label': TRIAL_TOOLS.removeThis(words),
              onclick: () => this.actions.commit(without(changes, change.id), TRIAL_TOOLS.removed(words)),
            },
            TRIAL_TOOLS.remove,
          ),
        ),
      ),
    );
    // The button that took a change away is gone with it.
    if (hadFocus) (this.changes.querySelector<HTMLElement>('button') ?? this.point).focus();
  }
}

const button = (label: string, press: () => void): HTMLButtonElement => {
  const element = el('button', { type: 'button', class: 'quiet-button' }, label);
  element.addEventListener('click', () => {
    if (element.getAttribute('aria-disabled') !== 'true') press();
  });
  return element;
};

/** Not `disabled`, which would take the focus away from whoever pressed it last. */
function able(element: HTMLButtonElement, isAble: boolean): void {
  element.setAttribute('aria-disabled', String(!isAble));
}
