import { el } from '../../drawing/dom';

/** Fills a choice anew only where its options differ. */
export function options(select: HTMLSelectElement, pairs: [string, string][]): void {
  const same =
    select.options.length === pairs.length && pairs.every(([value], i) => select.options[i]?.value === value);
  if (!same) select.replaceChildren(...pairs.map(([value, label]) => el('option', { value }, label)));
  for (const [i, [, label]] of pairs.entries()) {
    const option = select.options[i];
    // A label may follow who is counted.
    if (option && option.text !== label) option.text = label;
  }
}

export const field = (label: string, control: HTMLElement): HTMLElement =>
  el('div', { class: 'field' }, el('label', { for: control.id }, label), control);

export const check = (input: HTMLInputElement, label: string): HTMLElement =>
  el('label', { class: 'check' }, input, el('span', {}, label));
