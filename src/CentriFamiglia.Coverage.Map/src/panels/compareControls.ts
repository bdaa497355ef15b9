import { NO_OTHER, type OtherState } from '../api/otherState';
import { el } from '../drawing/dom';
import { isCompared, showsOther } from '../state/comparison';
import { isDay } from '../state/otherLink';
import type { ViewData } from '../state/viewData';
import { type Change, proposalQuery, type ViewState } from '../state/viewState';
import { OTHER_WORDS, proposalsAre } from '../text/otherWords';
import { setWords } from '../text/words';
import { field, options } from './shared/fields';
import { StateSwitch } from './shared/stateSwitch';

/** In the views that show today: the state to compare it with, and what makes it another. */
export class CompareControls {
  readonly fields: HTMLElement[];
  private readonly states: StateSwitch;
  private readonly date = el('input', { type: 'date', id: 'data-dopo', min: '2000-01-01', max: '2100-12-31' });
  private readonly sedi = el('select', { id: 'sedi-dopo' });
  private readonly rules = el('select', { id: 'regole-dopo' });
  private readonly others: HTMLElement;
  private readonly proposals: HTMLElement;
  private readonly chosen = el('span');
  private other: OtherState = NO_OTHER;

  constructor(change: Change) {
    this.states = new StateSwitch('stato', change);
    const choose = (part: Partial<OtherState>) => change({ other: { ...this.other, ...part } });
    this.date.addEventListener('change', () => {
      if (this.date.value === '' || isDay(this.date.value)) choose({ date: this.date.value || null });
    });
    this.sedi.addEventListener('change', () => choose({ sedi: this.sedi.value || null }));
    this.rules.addEventListener('change', () => choose({ rules: this.rules.value || null }));
    this.others = el(
      'div',
      { class: 'other-fields', role: 'group', 'aria-label': OTHER_WORDS.title },
      field(OTHER_WORDS.date, this.date),
      field(OTHER_WORDS.sedi, this.sedi),
      field(OTHER_WORDS.rules, this.rules),
    );
    const go = () => change({ theme: 'proposte', selection: null });
    this.proposals = el(
      'p',
      { class: 'other-proposals' },
      this.chosen,
      ' ',
      el('button', { type: 'button', class: 'link-button', onclick: go }, OTHER_WORDS.toProposals),
    );
    this.fields = [this.states.element, this.others, this.proposals];
  }

  show(state: ViewState, { siteSets, ruleSets }: ViewData): void {
    this.other = state.other;
    this.states.element.hidden = !showsOther(state);
    this.others.hidden = !showsOther(state) || state.against !== 'altro';
    this.proposals.hidden = !isCompared(state) || state.against !== 'proposte';
    const { date, sedi, rules } = state.other;
    options(this.sedi, [asToday, ...siteSets.map(({ insieme }): [string, string] => [insieme, setWords(insieme)])]);
    options(this.rules, [asToday, ...ruleSets.map(({ id, titolo }): [string, string] => [id, titolo])]);
    for (const option of this.rules.options) if (option.value !== '') option.lang = 'it';
    this.date.value = date ?? '';
    this.sedi.value = sedi ?? '';
    this.rules.value = rules ?? '';
    this.chosen.textContent = proposalsAre(proposalQuery({ ...state, theme: 'proposte' }));
    this.states.show(state);
  }
}

const asToday: [string, string] = ['', OTHER_WORDS.asToday];
