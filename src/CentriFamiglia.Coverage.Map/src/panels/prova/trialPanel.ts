import { rowsOf } from '../../api/apiClient';
import { type TrialChange, without } from '../../domain/trial';
import { changeWords } from '../../domain/trialWords';
import { el } from '../../drawing/dom';
import type { TrialData } from '../../state/trialData';
import { isKeptHere } from '../../state/trialLink';
import type { ViewData } from '../../state/viewData';
import type { ViewState } from '../../state/viewState';
import { IMPORT } from '../../text/importWords';
import { COLOURING_WORDS, COLOURINGS, type Colouring, NOTHING_STORED } from '../../text/viewWords';
import { ComuneField } from './comuneField';
import { trialResults } from './trialResults';

/** What the panel is asked to do. */
export interface TrialActions {
  commit(trial: readonly TrialChange[], said: string): void;
  undo(): void;
  redo(): void;
  colour(colouring: Colouring): void;
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
  /** Why the last trial could not be answered, and how to mend it; null where it was. */
  problem: { detail: string; cure: string } | null;
}

/** The trial by hand: tools, changes, what they do. Built once, so that the focus stays where it is. */
export class TrialPanel {
  private readonly point: HTMLButtonElement;
  private readonly undo: HTMLButtonElement;
  private readonly redo: HTMLButtonElement;
  private readonly empty: HTMLButtonElement;
  private readonly save: HTMLButtonElement;
  private readonly colours = new Map<Colouring, HTMLInputElement>();
  private readonly comune: ComuneField;
  private readonly changes = el('ol', { class: 'trial-changes' });
  private readonly hint = el(
    'p',
    { class: 'note' },
    'Aggiungere uno Spoke, oppure trascinare una sede sulla mappa o aprirne la scheda.',
  );
  private readonly kept = el('p', { class: 'note', hidden: true }, IMPORT.kept);
  private readonly problem = el('div', { class: 'trial-problem', role: 'alert', hidden: true });
  private readonly results = el('div', { class: 'trial-results' });
  private changesKey = '';

  constructor(
    container: HTMLElement,
    private readonly actions: TrialActions,
  ) {
    this.point = button('Aggiungi uno Spoke sulla mappa', () => actions.point());
    this.undo = button('Annulla', () => actions.undo());
    this.redo = button('Ripeti', () => actions.redo());
    this.empty = button('Azzera', () => actions.commit([], 'Prova azzerata'));
    this.save = button('Salva come file', () => actions.save());
    this.comune = new ComuneField('prova-comune', 'Oppure in un comune', 'Aggiungi qui', (code) => actions.addIn(code));
    const file = el('input', { type: 'file', id: 'prova-file', accept: '.json,application/json' });
    file.addEventListener('change', () => {
      const [chosen] = file.files ?? [];
      if (chosen) actions.load(chosen);
      file.value = '';
    });
    container.append(
      el('p', { class: 'trial-said' }, el('strong', {}, NOTHING_STORED)),
      this.colourField(),
      el('div', { class: 'trial-tools' }, this.point, this.undo, this.redo, this.empty),
      this.comune.element,
      this.problem,
      this.hint,
      this.kept,
      this.changes,
      this.results,
      el(
        'div',
        { class: 'trial-tools' },
        this.save,
        el('label', { class: 'quiet-button trial-file', for: 'prova-file' }, 'Carica un file'),
        file,
      ),
    );
  }

  show(data: ViewData, state: ViewState, trial: TrialData, shown: TrialShown): void {
    this.point.setAttribute('aria-pressed', String(shown.isPointing));
    able(this.undo, shown.canUndo);
    able(this.redo, shown.canRedo);
    able(this.empty, trial.changes.length > 0);
    able(this.save, trial.changes.length > 0);
    for (const [colouring, input] of this.colours) input.checked = colouring === state.colouring;
    if (data.comuni) this.comune.offer(rowsOf(data.comuni));
    this.hint.hidden = trial.changes.length > 0;
    this.kept.hidden = !isKeptHere(trial.changes);
    this.showChanges(data, trial.changes);
    this.problem.hidden = shown.problem === null;
    this.problem.replaceChildren(
      ...(shown.problem ? [el('strong', {}, shown.problem.detail), el('span', {}, ` ${shown.problem.cure}`)] : []),
    );
    this.results.replaceChildren(...(trial.answer && trial.changes.length > 0 ? trialResults(trial.answer) : []));
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
              'aria-label': `Togli: ${words}`,
              onclick: () => this.actions.commit(without(changes, change.id), `Tolta la modifica: ${words}`),
            },
            'Togli',
          ),
        ),
      ),
    );
    // The button that took a change away is gone with it.
    if (hadFocus) (this.changes.querySelector<HTMLElement>('button') ?? this.point).focus();
  }

  private colourField(): HTMLElement {
    for (const colouring of COLOURINGS) {
      const choose = () => this.actions.colour(colouring);
      this.colours.set(colouring, el('input', { type: 'radio', name: 'colore', value: colouring, onchange: choose }));
    }
    const labels = [...this.colours].map(([colouring, input]) =>
      el('label', {}, input, el('span', {}, COLOURING_WORDS[colouring])),
    );
    return el(
      'fieldset',
      { class: 'themes trial-colours' },
      el('legend', { class: 'visually-hidden' }, 'Colori della mappa'),
      ...labels,
    );
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
