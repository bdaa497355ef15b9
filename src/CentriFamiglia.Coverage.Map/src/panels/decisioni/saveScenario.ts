import { may } from '../../api/account';
import type { ApiProblem } from '../../api/apiClient';
import type { Line, ScenarioRef } from '../../api/deskRows';
import { el } from '../../drawing/dom';
import { LINE_WORDS, SAVE, SCENARIOS } from '../../text/deskWords';
import { Acting, problemOf, quietButton } from '../shared/acting';
import { field, options } from '../shared/fields';
import { mayNot } from '../shared/mayNot';

/** What is said of a new scenario besides its changes. */
export interface ScenarioWords {
  nome: string;
  linea: Line | null;
  nota: string | null;
  costo_spoke_eur: number | null;
}

export interface SaveActions {
  create(words: ScenarioWords): Promise<void>;
  /** Writes the trial into the scenario that it comes from. */
  into(scenario: ScenarioRef): Promise<void>;
  /** The scenario as it is now takes the place of the trial. */
  again(scenario: ScenarioRef): void;
  leave(): void;
}

/** Keeps a trial as a scenario, or writes it into the one that it comes from. */
export class SaveScenario {
  readonly element: HTMLDetailsElement;
  private readonly name = el('input', { id: 'scenario-nome', type: 'text', maxlength: 120, autocomplete: 'off' });
  private readonly line = el('select', { id: 'scenario-linea' });
  private readonly cost = el('input', {
    id: 'scenario-costo',
    type: 'text',
    inputmode: 'decimal',
    autocomplete: 'off',
  });
  private readonly note = el('textarea', { id: 'scenario-nota', rows: 2, maxlength: 4000 });
  private readonly from = el('div', { class: 'desk-from', hidden: true });
  private readonly said = el('p', {});
  private readonly acting = new Acting();
  private scenario: ScenarioRef | null = null;
  private isEmpty = true;

  constructor(private readonly actions: SaveActions) {
    const lines = Object.entries(LINE_WORDS) as [string, string][];
    options(this.line, [['', SCENARIOS.noLine], ...lines]);
    this.from.append(
      this.said,
      el(
        'div',
        { class: 'trial-tools' },
        may('preparare') &&
          quietButton(
            SAVE.into,
            () =>
              void this.acting.run(
                () => this.into(),
                (problem) => this.conflict(problem),
              ),
          ),
        quietButton(SAVE.leave, () => actions.leave()),
      ),
    );
    const form = el(
      'form',
      { class: 'desk-form', novalidate: true },
      field(SAVE.name, this.name),
      field(SAVE.line, this.line),
      field(SAVE.cost, this.cost),
      field(SAVE.note, this.note),
      el('div', { class: 'trial-tools' }, el('button', { type: 'submit', class: 'quiet-button is-main' }, SAVE.save)),
    );
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      void this.acting.run(() => this.create());
    });
    this.element = el('details', { class: 'desk-details' }, el('summary', {}, SAVE.title), form);
  }

  /** What stands above the form: where the trial comes from, and what went wrong. */
  readonly parts = (): HTMLElement[] => [
    this.from,
    this.acting.box,
    ...(may('preparare') ? [this.element] : mayNot('preparare', 'draft')),
  ];

  /** @param name Of the scenario, as far as it is known. */
  show(scenario: ScenarioRef | null, name: string, isEmpty: boolean): void {
    this.scenario = scenario;
    this.isEmpty = isEmpty;
    this.from.hidden = scenario === null;
    const said = scenario ? SAVE.from(name) : '';
    if (this.said.textContent !== said) this.said.textContent = said;
  }

  /** Why the scenario of the address could not be opened. */
  fail(error: unknown): void {
    this.acting.say(problemOf(error));
  }

  private async create(): Promise<void> {
    const cost = this.cost.value.trim() === '' ? null : Number(this.cost.value.trim().replace(',', '.'));
    if (this.isEmpty) return this.acting.say({ detail: SAVE.empty, cure: '' });
    if (this.name.value.trim() === '') return this.complain(SAVE.nameless, this.name);
    if (cost !== null && !(cost >= 0)) return this.complain(SAVE.priceless, this.cost);
    await this.actions.create({
      nome: this.name.value.trim(),
      linea: (this.line.value || null) as Line | null,
      nota: this.note.value.trim() || null,
      costo_spoke_eur: cost,
    });
    for (const each of [this.name, this.cost, this.note]) each.value = '';
    this.element.open = false;
  }

  private async into(): Promise<void> {
    if (this.scenario) await this.actions.into(this.scenario);
  }

  /** Somebody else wrote it meanwhile: what can be done about it stands beside the words of the service. */
  private conflict(problem: ApiProblem): boolean {
    const { scenario } = this;
    if (problem.status !== 409 || !scenario) return false;
    const again = () => {
      this.acting.clear();
      this.actions.again(scenario);
    };
    this.acting.say(problemOf(problem), el('p', {}, SAVE.changedSince), quietButton(SAVE.again, again));
    return true;
  }

  private complain(detail: string, control: HTMLElement): void {
    this.acting.say({ detail, cure: '' });
    control.focus();
  }
}
