import type { ComuneRow } from '../../api/rows';
import { el } from '../../drawing/dom';
import { KNOBS } from '../../text/proposalWords';

/** A comune chosen by typing its name, with what to do there. */
export class ComuneField {
  readonly element: HTMLElement;
  private readonly list: HTMLDataListElement;
  private readonly input: HTMLInputElement;
  private readonly said: HTMLElement;
  private codes = new Map<string, string>();
  private offered: readonly ComuneRow[] | null = null;
  /** What was asked for before the comuni were there. */
  private early = false;

  constructor(
    id: string,
    label: string,
    action: string,
    private readonly choose: (code: string) => void,
  ) {
    this.list = el('datalist', { id: `${id}-elenco` });
    this.said = el('span', { class: 'field-error', id: `${id}-errore`, role: 'alert' });
    this.input = el('input', { id, list: this.list.id, autocomplete: 'off', 'aria-describedby': this.said.id });
    this.element = el(
      'form',
      {
        class: 'comune-field',
        onsubmit: (event) => {
          event.preventDefault();
          this.early = this.offered === null;
          if (!this.early) this.take();
        },
      },
      el('label', { for: id }, label),
      this.input,
      this.list,
      el('button', { type: 'submit', class: 'quiet-button' }, action),
      this.said,
    );
  }

  offer(comuni: readonly ComuneRow[]): void {
    if (this.offered?.length === comuni.length && this.offered[0] === comuni[0]) return;
    this.offered = comuni;
    this.codes = new Map(
      comuni.flatMap((row) => [row.comune, row.pro_com_t].map((text) => [text.toLowerCase(), row.pro_com_t])),
    );
    this.list.replaceChildren(...comuni.map((row) => el('option', { value: row.comune })));
    if (!this.early) return;
    this.early = false;
    // Who offers is still drawing.
    queueMicrotask(() => this.take());
  }

  private take(): void {
    const code = this.codes.get(this.input.value.trim().toLowerCase());
    this.said.textContent = code ? '' : KNOBS.notAComune;
    if (!code) return;
    this.input.value = '';
    this.choose(code);
  }
}
