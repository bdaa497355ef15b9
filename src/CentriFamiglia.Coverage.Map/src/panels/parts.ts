import { el } from '../dom';

export const heading = (kicker: string, title: string): HTMLElement =>
  el('header', { class: 'sheet-head' }, el('p', { class: 'kicker' }, kicker), el('h2', {}, title));

export const facts = (pairs: [string, string][]): HTMLElement =>
  el('dl', { class: 'facts' }, ...pairs.map(([name, value]) => el('div', {}, el('dt', {}, name), el('dd', {}, value))));

export const note = (text: string): HTMLElement => el('p', { class: 'note' }, text);

export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** A table for a few figures: the first column names the row. */
export function smallTable(heads: string[], rows: string[][]): HTMLElement {
  const line = ([name = '', ...values]: string[]) =>
    el('tr', {}, el('th', { scope: 'row' }, name), ...values.map((value) => el('td', {}, value)));
  return el(
    'table',
    { class: 'small-table' },
    el('thead', {}, el('tr', {}, ...heads.map((text) => el('th', { scope: 'col' }, text)))),
    el('tbody', {}, ...rows.map(line)),
  );
}
