import type { IssueRow } from '../api/previewRows';
import { el } from '../drawing/dom';
import { IMPORT, moreRows, REPORT_HEADS, ROW_OUTCOMES, ROW_WORDS, type RowOutcome } from '../text/importWords';

/** More lines are no reading: the whole report can be downloaded. */
const MOST_LINES = 300;

/** The report of an import: its rows by outcome, the refused first, and the report as a file. */
export class ImportReport {
  private readonly outcome = el('select', { id: 'importa-esito' });
  private readonly lines = el('tbody');
  private readonly more = el('p', { class: 'note' });

  constructor(private readonly give: (format: 'csv' | 'html') => void) {}

  /** @param isGiven Whether it can be had as a file: what is written is tried no more. */
  show(issues: readonly IssueRow[], isGiven = true): HTMLElement[] {
    const give = (format: 'csv' | 'html', label: string) =>
      el('button', { type: 'button', class: 'download-item', onclick: () => this.give(format) }, label);
    const downloads = el('p', {}, IMPORT.download, give('html', IMPORT.page), ' ', give('csv', IMPORT.table));
    const heading = el('h3', {}, IMPORT.report);
    if (issues.length === 0) return [heading, el('p', { class: 'note' }, IMPORT.noIssues)];
    const there = ROW_OUTCOMES.filter((outcome) => issues.some((row) => row.gravita === outcome));
    this.outcome.replaceChildren(
      el('option', { value: '' }, IMPORT.all),
      ...there.map((outcome) => el('option', { value: outcome }, ROW_WORDS[outcome])),
    );
    this.outcome.onchange = () => this.fill(issues);
    this.fill(issues);
    const head = el('tr', {}, ...REPORT_HEADS.map((label) => el('th', { scope: 'col' }, label)));
    return [
      heading,
      el('div', { class: 'import-choices' }, el('label', { for: 'importa-esito' }, IMPORT.outcome), this.outcome),
      el(
        'div',
        { class: 'import-rows', tabindex: '0', role: 'region', 'aria-label': IMPORT.report },
        el('table', {}, el('thead', {}, head), this.lines),
      ),
      this.more,
      ...(isGiven ? [downloads] : []),
    ];
  }

  /** The refused first, each kind in the order of the file. */
  private fill(issues: readonly IssueRow[]): void {
    const wanted = this.outcome.value as RowOutcome | '';
    const rows = ROW_OUTCOMES.flatMap((outcome) =>
      issues.filter((row) => row.gravita === outcome && (wanted === '' || wanted === outcome)),
    );
    this.lines.replaceChildren(...rows.slice(0, MOST_LINES).map(line));
    this.more.textContent = rows.length > MOST_LINES ? moreRows(rows.length - MOST_LINES) : '';
  }
}

const line = ({ riga, id, gravita, colonna, motivo, rimedio, valore }: IssueRow): HTMLElement =>
  el(
    'tr',
    { class: `is-${gravita}` },
    el('td', { class: 'numeric' }, riga === null ? '' : String(riga)),
    el('td', {}, id),
    el('td', {}, ROW_WORDS[gravita]),
    el('td', {}, colonna),
    el(
      'td',
      { lang: 'it' },
      `${motivo}${valore ? ` («${valore}»)` : ''}`,
      rimedio && el('span', { class: 'import-cure' }, rimedio),
    ),
  );
