import type { RunRow } from '../../api/deskRows';
import { type LinkRow, linksOf, makeLink, revokeLink } from '../../api/links';
import { el } from '../../drawing/dom';
import { DESK } from '../../text/deskWords';
import { formatMoment } from '../../text/numbers';
import { SHARE } from '../../text/shareWords';
import { Acting, quietButton } from '../shared/acting';
import { field } from '../shared/fields';
import { note, scrollTable } from '../shared/parts';

const USUAL_DAYS = 30;
const MOST_DAYS = 365;

/** Makes, lists and revokes the links to an analysis; it is there once the links have come. */
export async function share(run: RunRow): Promise<void> {
  const links = await linksOf(run.id);
  new ShareDialog(run).open(links);
}

class ShareDialog {
  private readonly days = el('input', {
    id: 'condividi-giorni',
    type: 'number',
    min: 1,
    max: MOST_DAYS,
    value: USUAL_DAYS,
  });
  private readonly note = el('input', { id: 'condividi-nota', type: 'text', maxlength: 200, autocomplete: 'off' });
  private readonly made = el('div', { class: 'share-made', hidden: true });
  private readonly said = el('p', { class: 'note', role: 'status' });
  private readonly list = el('div', {});
  private readonly acting = new Acting();
  private readonly dialog: HTMLDialogElement;

  constructor(private readonly run: RunRow) {
    const form = el(
      'form',
      { class: 'desk-form', novalidate: true },
      field(SHARE.days, this.days),
      field(SHARE.note, this.note),
      el('div', { class: 'trial-tools' }, el('button', { type: 'submit', class: 'quiet-button is-main' }, SHARE.make)),
    );
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      void this.acting.run(() => this.make());
    });
    this.dialog = el(
      'dialog',
      { class: 'question share', 'aria-labelledby': 'condividi-titolo' },
      el('h2', { id: 'condividi-titolo', tabindex: '-1' }, SHARE.title(run.titolo)),
      note(SHARE.what),
      run.stato === 'bozza' && note(SHARE.draft),
      form,
      this.acting.box,
      this.made,
      this.said,
      el('h3', {}, SHARE.list),
      this.list,
      el(
        'div',
        { class: 'trial-tools' },
        quietButton(SHARE.close, () => this.dialog.close()),
      ),
    );
    // The page has its own meaning for Esc.
    this.dialog.addEventListener('keydown', (event) => event.stopPropagation());
    this.dialog.addEventListener('close', () => this.dialog.remove());
  }

  open(links: readonly LinkRow[]): void {
    this.show(links);
    document.body.append(this.dialog);
    this.dialog.showModal();
  }

  private async make(): Promise<void> {
    const days = Number(this.days.value);
    if (!Number.isInteger(days) || days < 1 || days > MOST_DAYS) {
      this.acting.say({ detail: SHARE.badDays, cure: '' });
      this.days.focus();
      return;
    }
    this.tell(await makeLink(this.run.id, days, this.note.value.trim()), days);
    this.note.value = '';
    this.show(await linksOf(this.run.id));
  }

  /** The address is told this once: it stays as long as the dialog does. */
  private tell(address: string, days: number): void {
    const shown = el('input', { id: 'condividi-indirizzo', type: 'text', readonly: true, value: address });
    const copy = async () => {
      await navigator.clipboard?.writeText(address);
      this.said.textContent = SHARE.copied;
    };
    this.made.hidden = false;
    this.made.replaceChildren(
      field(SHARE.address, shown),
      el(
        'div',
        { class: 'trial-tools' },
        quietButton(SHARE.copy, () => void copy()),
      ),
    );
    this.said.textContent = `${SHARE.valid(days)} ${SHARE.made}`;
    shown.focus();
    shown.select();
  }

  private show(links: readonly LinkRow[]): void {
    const lines = links.map((link) => [
      link.nota ?? SHARE.nobody,
      SHARE.states[link.stato],
      formatMoment(link.scade),
      DESK.of(link.chi, formatMoment(link.quando)),
      link.stato === 'valido' ? this.revokeButton(link) : '',
    ]);
    this.list.replaceChildren(links.length === 0 ? note(SHARE.none) : scrollTable(SHARE.list, SHARE.heads, lines));
  }

  private revokeButton({ id, nota }: LinkRow): HTMLElement {
    const revoke = async () => {
      await revokeLink(id);
      this.show(await linksOf(this.run.id));
      this.said.textContent = SHARE.revoked;
      this.dialog.querySelector<HTMLElement>('h2')?.focus();
    };
    const label = SHARE.revokeThis(nota ?? SHARE.nobody);
    return quietButton(SHARE.revoke, () => void this.acting.run(revoke), label);
  }
}
