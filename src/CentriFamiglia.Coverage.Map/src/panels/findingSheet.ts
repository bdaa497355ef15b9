import { type FindingRow, findingCode, subjectOf } from '../api/findingRows';
import { el } from '../dom';
import { OUTCOMES } from '../domain/outcomes';
import { swatch } from '../map/patterns';
import { rowsOf, type Shapes } from '../state/viewData';
import type { Selection } from '../state/viewState';
import { facts, heading, note } from './parts';

const SUBJECTS: Record<FindingRow['livello'], string> = {
  ambito: 'Ambito',
  distretto: 'Distretto',
  ats: 'ATS',
  rete: 'Rete',
  sede: 'Sede',
};

/** The sheet of a finding: outcome, words of the act, figures, cure, and the other findings on the same subject. */
export function findingSheet(
  row: FindingRow,
  findings: Shapes<FindingRow>,
  select: (selection: Selection) => void,
): HTMLElement[] {
  const { label, fill, pattern, ink } = OUTCOMES[row.esito];
  const others = rowsOf(findings).filter((f) => subjectOf(f) === subjectOf(row) && f.regola !== row.regola);
  return [
    heading(`${SUBJECTS[row.livello]}${row.ats ? ` · ATS ${row.ats}` : ''}`, row.nome),
    el(
      'p',
      { class: 'verdict-line' },
      swatch(fill, pattern, ink),
      el('strong', {}, `${row.regola}: ${label.toLowerCase()}`),
      row.dimostrativo ? el('span', { class: 'notice-tag' }, 'Dimostrativo') : null,
    ),
    el('p', {}, row.motivo),
    ...(row.rimedio ? [el('h3', {}, 'Rimedio'), el('p', {}, row.rimedio)] : []),
    el('h3', {}, 'Che cosa dice l’atto'),
    el('p', {}, `«${row.citazione}»`),
    note(`${row.atto}, Allegato A, ${row.sezione}`),
    ...(row.cifre ? [el('h3', {}, 'Cifre'), facts(figuresOf(row.cifre))] : []),
    ...(others.length ? [el('h3', {}, 'Altri rilievi'), list(others, select)] : []),
    ...(row.dimostrativo ? [note('Il rilievo conta sedi inventate per provare il programma.')] : []),
  ];
}

/** `name=value` pairs, as words. */
export const figuresOf = (figures: string): [string, string][] =>
  figures.split(';').flatMap((pair): [string, string][] => {
    const at = pair.indexOf('=');
    return at > 0 ? [[pair.slice(0, at).replaceAll('_', ' '), pair.slice(at + 1)]] : [];
  });

function list(rows: FindingRow[], select: (selection: Selection) => void): HTMLElement {
  const items = rows.map((row) => {
    const { label, fill, pattern, ink } = OUTCOMES[row.esito];
    const open = () => select({ kind: 'rilievo', code: findingCode(row) });
    return el(
      'li',
      {},
      el(
        'button',
        { type: 'button', class: 'site-button', onclick: open },
        swatch(fill, pattern, ink),
        el('span', {}, row.regola, el('small', {}, label)),
      ),
    );
  });
  return el('ul', { class: 'site-list' }, ...items);
}
