import { may } from '../../api/account';
import { DECISIONS, type Decided } from '../../api/deskRows';
import type { Json } from '../../api/meta';
import { el } from '../../drawing/dom';
import { nextOpen, type OpenRun } from '../../state/deskData';
import { DECIDE, DECIDED_WORDS, DESK } from '../../text/deskWords';
import { formatMoment } from '../../text/numbers';
import { Acting, quietButton } from '../shared/acting';
import { field } from '../shared/fields';
import { mayNot } from '../shared/mayNot';
import { facts, note, some } from '../shared/parts';

/** What the form asks of the page. */
export interface DecisionActions {
  /** Writes it, and says it once it is written. */
  decide(number: number, body: Json, said: string): Promise<void>;
  choose(run: OpenRun, number: number): void;
}

/** What is decided of one proposal, and who said what of it. Built once, so that what is being written stays. */
export class DecisionForm {
  readonly element: HTMLElement;
  private readonly inputs = new Map<Decided, HTMLInputElement>();
  private readonly reason: HTMLTextAreaElement;
  private readonly comment: HTMLTextAreaElement;
  private readonly made = el('div', { class: 'decision-made' });
  private readonly form: HTMLFormElement;
  private readonly next = el('div', { class: 'trial-tools' });
  private readonly acting = new Acting();
  private shown: OpenRun | null = null;

  constructor(
    private readonly number: number,
    private readonly actions: DecisionActions,
  ) {
    this.reason = el('textarea', { id: `perche-${number}`, rows: 2, maxlength: 4000 });
    this.comment = el('textarea', { id: `commento-${number}`, rows: 2, maxlength: 4000 });
    const labels = DECISIONS.map((decided) => {
      const input = el('input', { type: 'radio', name: `esito-${number}`, id: `${decided}-${number}`, value: decided });
      this.inputs.set(decided, input);
      return el('label', {}, input, el('span', {}, DECIDED_WORDS[decided]));
    });
    const remark = quietButton(DECIDE.remark, () => void this.acting.run(() => this.remark()));
    // The sheet is laid out anew after each answer, and gives the focus back by this name.
    remark.id = `commenta-${number}`;
    this.form = el(
      'form',
      { class: 'desk-form', novalidate: true },
      ...(may('decidere')
        ? [
            el('fieldset', { class: 'themes' }, el('legend', { class: 'visually-hidden' }, DECIDE.outcome), ...labels),
            field(DECIDE.reason, this.reason),
          ]
        : mayNot('decidere', 'decide')),
      ...(may('commentare') ? [field(DECIDE.comment, this.comment)] : mayNot('commentare', 'comment')),
      this.acting.box,
      el(
        'div',
        { class: 'trial-tools' },
        may('decidere') &&
          el('button', { type: 'submit', id: `decidi-${number}`, class: 'quiet-button is-main' }, DECIDE.decide),
        may('commentare') && remark,
      ),
    );
    this.form.addEventListener('submit', (event) => {
      event.preventDefault();
      void this.acting.run(() => (may('decidere') ? this.decide() : this.remark()));
    });
    const title = el('h3', {}, DECIDE.title);
    this.element = el('section', { class: 'decision' }, title, this.made, this.form, this.next);
  }

  show(run: OpenRun): void {
    if (run === this.shown) return;
    this.shown = run;
    const isOpen = run.row.stato === 'pubblicata';
    const decision = run.decisions.get(this.number);
    this.form.hidden = !isOpen;
    this.made.replaceChildren(
      ...(isOpen ? [] : [note(DECIDE.draft)]),
      facts([
        [DECIDE.outcome, decision?.esito ? DECIDED_WORDS[decision.esito] : DECIDE.none],
        ...some(DECIDE.reason, decision?.perche),
        ...some(
          DECIDE.by,
          decision?.chi && decision.quando ? DESK.of(decision.chi, formatMoment(decision.quando)) : null,
        ),
        ...some(DECIDE.planned, decision?.sede_prevista),
        ...some(DECIDE.comments, decision?.commenti && commentWords(decision.commenti)),
      ]),
    );
    const next = isOpen && decision?.esito ? nextOpen(run, this.number) : null;
    this.next.replaceChildren(
      ...(next
        ? [quietButton(DECIDE.next(next.ordine, next.comune), () => this.actions.choose(run, next.ordine))]
        : []),
    );
  }

  private async decide(): Promise<void> {
    const outcome = DECISIONS.find((each) => this.inputs.get(each)?.checked);
    const reason = this.reason.value.trim();
    if (!outcome) return this.complain(DECIDE.noOutcome, this.inputs.get('accettata'));
    if (reason === '') return this.complain(DECIDE.noReason, this.reason);
    const body = { esito: outcome, perche: reason, commento: this.comment.value.trim() };
    await this.actions.decide(this.number, body, DECIDE.decided(this.number, DECIDED_WORDS[outcome]));
    this.reason.value = '';
    this.comment.value = '';
  }

  private async remark(): Promise<void> {
    const comment = this.comment.value.trim();
    if (comment === '') return this.complain(DECIDE.noComment, this.comment);
    await this.actions.decide(this.number, { commento: comment }, DECIDE.remarked(this.number));
    this.comment.value = '';
  }

  private complain(detail: string, control: HTMLElement | undefined): void {
    this.acting.say({ detail, cure: '' });
    control?.focus();
  }
}

/** Each line is who, when and what: the instant as people write it. */
export const commentWords = (comments: string): string =>
  comments.replace(/\d{4}-\d\d-\d\dT[\d:]+Z/g, (instant) => formatMoment(instant));
