import { may } from '../../api/account';
import { apiUrl } from '../../api/apiClient';
import { compareRuns } from '../../api/desk';
import type { RunRow, ScenarioRow } from '../../api/deskRows';
import { el } from '../../drawing/dom';
import { RUNS } from '../../text/deskWords';
import { NO_FIGURE } from '../../text/numbers';
import { Acting, quietButton } from '../shared/acting';
import { mayNot } from '../shared/mayNot';
import { note, scrollTable } from '../shared/parts';
import type { RunActions } from './deskActions';
import { FreezeForm } from './freezeForm';
import { PairChoice } from './pairChoice';
import { runActs, runFacts } from './runActs';

/** More rows than anyone reads in one go. */
const MOST = 200;

/** The frozen analyses, what can be done with each, and two of them side by side. */
export class RunList {
  readonly element: HTMLElement;
  private readonly title = el('h3', { tabindex: '-1' }, RUNS.title);
  private readonly list = el('ul', { class: 'desk-list' });
  private readonly empty = note(RUNS.none);
  private readonly acting = new Acting();
  private readonly form: FreezeForm;
  private readonly pair: PairChoice;
  private shown: readonly RunRow[] | null = null;

  constructor(private readonly actions: RunActions) {
    this.form = new FreezeForm(actions);
    this.pair = new PairChoice('analisi', RUNS.compareTitle, compare);
    const { acting, empty, list, form, pair } = this;
    const freezing = may('preparare') ? [form.element] : mayNot('preparare', 'draft');
    this.element = el('section', {}, this.title, acting.box, empty, list, ...freezing, pair.element);
  }

  show(rows: readonly RunRow[], scenarios: readonly ScenarioRow[]): void {
    this.form.show(scenarios);
    if (rows === this.shown) return;
    this.shown = rows;
    const hadFocus = this.list.contains(document.activeElement);
    this.empty.hidden = rows.length > 0;
    this.list.replaceChildren(...rows.map((row) => this.item(row)));
    if (hadFocus) this.title.focus({ preventScroll: true });
    this.pair.offer(rows.map(({ id, titolo }) => [id, titolo]));
  }

  private item(row: RunRow): HTMLElement {
    const open = () => this.actions.change({ run: row.id, selection: null });
    return el(
      'li',
      {},
      el('h4', {}, row.titolo),
      el('p', { class: 'desk-facts' }, runFacts(row)),
      el(
        'div',
        { class: 'trial-tools' },
        quietButton(RUNS.open, open, RUNS.about(RUNS.open, row.titolo)),
        ...runActs(row, this.acting, this.actions),
      ),
    );
  }
}

async function compare(first: string, second: string): Promise<HTMLElement[]> {
  const { rows } = await compareRuns(first, second);
  const shown = rows.slice(0, MOST);
  const said = note(RUNS.differences(rows.length, shown.length));
  if (rows.length === 0) return [said];
  const lines = shown.map(({ risultato, codice, nome, campo, prima, dopo }) => [
    nome ?? codice,
    [risultato, campo].filter(Boolean).join(': '),
    prima ?? NO_FIGURE,
    dopo ?? NO_FIGURE,
  ]);
  const file = apiUrl('runs/compare', { prima: first, dopo: second, f: 'csv' });
  const whole = el('p', {}, el('a', { href: file, download: '' }, RUNS.allDifferences));
  return [said, ...(shown.length < rows.length ? [whole] : []), scrollTable(RUNS.compareTitle, RUNS.heads, lines)];
}
