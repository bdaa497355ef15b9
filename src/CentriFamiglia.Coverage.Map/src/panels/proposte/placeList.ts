import type { ComuneRow } from '../../api/rows';
import { el } from '../../drawing/dom';
import { KNOBS } from '../../text/proposalWords';

/** Comuni chosen by typing their names; those chosen stand below and can be taken away. */
export class PlaceList {
  readonly element: HTMLElement;
  private readonly input: HTMLInputElement;
  private readonly options: HTMLDataListElement;
  private readonly said: HTMLElement;
  private readonly chosen = el('ul', { class: 'place-list' });
  private names = new Map<string, string>();
  private codes = new Map<string, string>();
  private offered: readonly ComuneRow[] = [];
  /** Those that the browser proposes: filled when someone begins to write. */
  private listed: readonly ComuneRow[] = [];

  constructor(
    id: string,
    label: string,
    private readonly set: (code: string, wanted: boolean) => void,
  ) {
    this.options = el('datalist', { id: `${id}-elenco` });
    this.said = el('span', { class: 'field-error', id: `${id}-errore`, role: 'alert' });
    this.input = el('input', { id, list: this.options.id, autocomplete: 'off', 'aria-describedby': this.said.id });
    this.input.addEventListener('focus', () => this.list());
    this.input.addEventListener('keydown', (event) => {
      if (event.key !== 'Enter') return;
      event.preventDefault();
      this.add();
    });
    this.element = el(
      'div',
      { class: 'knob place-knob' },
      el('label', { for: id }, label),
      el(
        'span',
        { class: 'knob-entry' },
        this.input,
        this.options,
        el('button', { type: 'button', class: 'quiet-button', onclick: () => this.add() }, KNOBS.add),
      ),
      this.said,
      this.chosen,
    );
  }

  show(codes: readonly string[], comuni: readonly ComuneRow[]): void {
    this.offer(comuni);
    const shown = [...this.chosen.children].map((item) => (item as HTMLElement).dataset['code']);
    if (shown.join() === codes.join() && this.chosen.dataset['named'] === String(this.names.size)) return;
    this.chosen.dataset['named'] = String(this.names.size);
    this.chosen.replaceChildren(
      ...codes.map((code) => {
        const name = this.names.get(code) ?? code;
        const remove = el(
          'button',
          { type: 'button', 'aria-label': KNOBS.remove(name), onclick: () => this.set(code, false) },
          '×',
        );
        const item = el('li', {}, name, remove);
        item.dataset['code'] = code;
        return item;
      }),
    );
  }

  private offer(comuni: readonly ComuneRow[]): void {
    if (comuni === this.offered || comuni.length === 0) return;
    this.offered = comuni;
    this.names = new Map(comuni.map((row) => [row.pro_com_t, row.comune]));
    this.codes = new Map(
      comuni.flatMap((row) => [row.comune, row.pro_com_t].map((text) => [text.toLowerCase(), row.pro_com_t])),
    );
    if (document.activeElement === this.input) this.list();
  }

  private list(): void {
    if (this.listed === this.offered) return;
    this.listed = this.offered;
    this.options.replaceChildren(...this.offered.map((row) => el('option', { value: row.comune })));
  }

  private add(): void {
    const code = this.codes.get(this.input.value.trim().toLowerCase());
    this.said.textContent = code ? '' : KNOBS.notAComune;
    if (!code) return;
    this.input.value = '';
    this.set(code, true);
  }
}
