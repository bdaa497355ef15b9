import { el } from '../../drawing/dom';
import { nextOpen, type OpenRun } from '../../state/deskData';
import { DECIDE } from '../../text/deskWords';
import { formatDate } from '../../text/numbers';
import { Acting, quietButton } from '../shared/acting';
import { mayNot } from '../shared/mayNot';
import { note } from '../shared/parts';
import type { DeskActions } from './deskActions';
import { runActs, runFacts } from './runActs';

/** The frozen analysis that is open: what it is, what can be done with it, and the next proposal to decide. */
export class RunHead {
  readonly element = el('section', {});
  private readonly acting = new Acting();
  private shown: { run: OpenRun; snapshot: string } | null = null;

  constructor(
    private readonly actions: DeskActions,
    private readonly choose: (run: OpenRun, number: number) => void,
  ) {}

  /** @param snapshot Fingerprint of the data of today, which the ground of the map is of. */
  show(run: OpenRun, snapshot: string): void {
    if (this.shown?.run === run && this.shown.snapshot === snapshot) return;
    this.shown = { run, snapshot };
    const { row } = run;
    const hadFocus = this.element.contains(document.activeElement);
    const title = el('h3', { tabindex: '-1' }, row.titolo);
    const next = row.stato === 'pubblicata' ? nextOpen(run, 0) : null;
    this.element.replaceChildren(
      title,
      el('p', { class: 'desk-facts' }, runFacts(row)),
      this.acting.box,
      el('div', { class: 'trial-tools' }, ...runActs(row, this.acting, this.actions)),
      note(DECIDE.frozenAt(formatDate(row.alla_data))),
      ...(run.snapshot === snapshot ? [] : [note(DECIDE.otherState)]),
      note(row.stato === 'bozza' ? DECIDE.draft : DECIDE.how),
      ...(row.stato === 'bozza' ? mayNot('pubblicare', 'publish') : mayNot('decidere', 'decide')),
      ...(next
        ? [
            el(
              'div',
              { class: 'trial-tools' },
              quietButton(DECIDE.next(next.ordine, next.comune), () => this.choose(run, next.ordine)),
            ),
          ]
        : []),
    );
    if (hadFocus) title.focus({ preventScroll: true });
  }
}
