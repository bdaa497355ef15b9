import { may } from '../../api/account';
import { applyScenario, archiveScenario, compareScenarios, conflictsOf, type Prevailing } from '../../api/desk';
import type { ConflictRow, ScenarioRow } from '../../api/deskRows';
import { el } from '../../drawing/dom';
import { DESK, LINE_WORDS, SCENARIO_STATE_WORDS, SCENARIOS } from '../../text/deskWords';
import { formatMoment } from '../../text/numbers';
import { Acting, quietButton } from '../shared/acting';
import { mayNot } from '../shared/mayNot';
import { scrollTable } from '../shared/parts';
import { choose } from '../shared/question';
import type { DeskActions } from './deskActions';
import { PairChoice } from './pairChoice';
import { scenarioGroups, scenarioHeads } from './scenarioTable';

/** The scenarios, what can be done with each, and two of them side by side. */
export class ScenarioList {
  readonly element: HTMLElement;
  private readonly title = el('h3', { tabindex: '-1' }, SCENARIOS.title);
  private readonly list = el('ul', { class: 'desk-list' });
  private readonly empty: HTMLElement;
  private readonly acting = new Acting();
  private readonly pair: PairChoice;
  private shown: readonly ScenarioRow[] | null = null;

  constructor(private readonly actions: DeskActions) {
    const toTrial = () => actions.change({ theme: 'prova', selection: null });
    this.empty = el('p', { class: 'note' }, SCENARIOS.none, ' ', quietButton(SCENARIOS.toTrial, toTrial));
    this.pair = new PairChoice('scenari', SCENARIOS.compareTitle, (first, second) => this.compare(first, second));
    this.element = el(
      'section',
      {},
      this.title,
      this.acting.box,
      this.empty,
      this.list,
      ...mayNot('scrivere', 'apply'),
      this.pair.element,
    );
  }

  show(rows: readonly ScenarioRow[]): void {
    if (rows === this.shown) return;
    this.shown = rows;
    const hadFocus = this.list.contains(document.activeElement);
    this.empty.hidden = rows.length > 0;
    this.list.replaceChildren(...rows.map((row) => this.item(row)));
    if (hadFocus) this.title.focus({ preventScroll: true });
    this.pair.offer(rows.map(({ id, nome }) => [id, nome]));
  }

  private item(row: ScenarioRow): HTMLElement {
    const { nome, linea, stato, nota } = row;
    const act = (label: string, press: () => void) => quietButton(label, press, SCENARIOS.about(label, nome));
    const [who, when] = row.cambiato_da && row.cambiato_il ? [row.cambiato_da, row.cambiato_il] : [row.chi, row.quando];
    const facts = [
      ...(linea ? [LINE_WORDS[linea]] : []),
      SCENARIO_STATE_WORDS[stato],
      SCENARIOS.changes(row.modifiche + row.reti),
      DESK.of(who, formatMoment(when)),
    ];
    return el(
      'li',
      {},
      el('h4', {}, nome),
      el('p', { class: 'desk-facts' }, facts.join(' · ')),
      nota && el('p', { class: 'note' }, nota),
      el(
        'div',
        { class: 'trial-tools' },
        act(SCENARIOS.open, () => this.open(row.id)),
        stato === 'aperto' &&
          may('scrivere') &&
          act(SCENARIOS.apply, () => void this.acting.run(() => this.apply(row))),
        stato === 'aperto' &&
          may('preparare') &&
          act(SCENARIOS.archive, () => void this.acting.run(() => this.archive(row))),
      ),
    );
  }

  private open(id: string): void {
    this.actions.change({ theme: 'prova', selection: null, trial: [], scenario: { id, version: null } });
  }

  private async apply({ id, nome, versione, modifiche, reti }: ScenarioRow): Promise<void> {
    const { rows } = await conflictsOf(id);
    const question = SCENARIOS.applyAsk(nome, modifiche + reti);
    const { prevails } = SCENARIOS;
    const answer = await (rows.length === 0
      ? choose(question, [], [['yes', SCENARIOS.apply]])
      : choose<Prevailing>(question, conflictParts(rows), [
          ['scenario', prevails.scenario],
          ['archivio', prevails.archivio],
        ]));
    if (answer === null) return;
    await applyScenario(id, versione, answer === 'yes' ? null : answer);
    this.actions.applied(SCENARIOS.applied(nome));
  }

  private async archive({ id, nome, versione }: ScenarioRow): Promise<void> {
    if (!(await choose(SCENARIOS.archiveAsk(nome), [], [['yes', SCENARIOS.archive]]))) return;
    await archiveScenario(id, versione);
    this.actions.written(SCENARIOS.archived(nome));
  }

  private async compare(first: string, second: string): Promise<HTMLElement[]> {
    const answer = await compareScenarios(first, second);
    const beside = (id: string) => {
      const name = this.shown?.find((row) => row.id === id)?.nome ?? id;
      const scenario = { id, version: null };
      const go = () => this.actions.change({ theme: 'prova', selection: null, trial: [], scenario, beside: true });
      return quietButton(SCENARIOS.onMap(name), go);
    };
    const groups = scenarioGroups(answer, this.actions.ats());
    return [
      ...groups.map(({ title, lines }) =>
        scrollTable(SCENARIOS.about(SCENARIOS.compareTable, title), scenarioHeads(title, answer.meta), lines),
      ),
      el('div', { class: 'trial-tools' }, beside(first), beside(second)),
    ];
  }
}

/** Where the store and the scenario want otherwise, field by field. */
const conflictParts = (rows: readonly ConflictRow[]): HTMLElement[] => [
  el('p', {}, SCENARIOS.conflicts(rows.length)),
  scrollTable(
    SCENARIOS.conflictTable,
    SCENARIOS.conflictHeads,
    rows.map(({ id, campo, era, archivio, scenario }) => [
      `${id}, ${campo}`,
      ...[era, archivio, scenario].map((value) => value ?? DESK.nothing),
    ]),
  ),
];
