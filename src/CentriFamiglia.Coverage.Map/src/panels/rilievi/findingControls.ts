import { el } from '../../drawing/dom';
import type { Change, ViewState } from '../../state/viewState';
import { LABEL } from '../../text/labels';
import { FINDING } from '../../text/sheetWords';
import { RULES } from '../../text/words';
import { field, options } from '../shared/fields';

/** Which rule of the act the findings are about; outcomes are chosen by their counts. */
export class FindingControls {
  readonly fields: HTMLElement[];
  private readonly rule = el('select', { id: 'regola' });

  constructor(change: Change) {
    options(this.rule, [['', FINDING.allRules], ...RULES.map((rule): [string, string] => [rule, rule])]);
    this.rule.addEventListener('change', () => change({ rule: this.rule.value || null, selection: null }));
    this.fields = [field(LABEL.rule, this.rule)];
  }

  show(state: ViewState): void {
    for (const each of this.fields) each.hidden = state.theme !== 'rilievi';
    this.rule.value = state.rule ?? '';
  }
}
