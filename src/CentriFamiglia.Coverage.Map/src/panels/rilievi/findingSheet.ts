import { rowsOf, type Shapes } from '../../api/apiClient';
import type { FindingRow } from '../../api/findingRows';
import { figuresOf, findingCode, subjectOf } from '../../domain/findings';
import { el } from '../../drawing/dom';
import { swatch } from '../../drawing/patterns';
import { OUTCOME_PAINTS } from '../../drawing/styles';
import type { Select } from '../../state/viewState';
import { atsWords } from '../../text/atsNames';
import { LABEL } from '../../text/labels';
import { named } from '../../text/names';
import { FINDING } from '../../text/sheetWords';
import { OUTCOME_WORDS, SUBJECT_WORDS } from '../../text/words';
import { facts, heading, italianNote, note, type Offer, offerList, verdictLine } from '../shared/parts';

/** The sheet of a finding: outcome, words of the act, figures, cure, and the other findings on the same subject. */
export function findingSheet(row: FindingRow, findings: Shapes<FindingRow>, select: Select): HTMLElement[] {
  const others = rowsOf(findings).filter((f) => subjectOf(f) === subjectOf(row) && f.regola !== row.regola);
  return [
    heading(`${SUBJECT_WORDS[row.livello]}${row.ats ? ` · ${atsWords(row.ats)}` : ''}`, nameOf(row)),
    verdictLine(
      swatch(OUTCOME_PAINTS[row.esito]),
      `${row.regola}: ${OUTCOME_WORDS[row.esito].label.toLowerCase()}`,
      row.dimostrativo,
    ),
    el('p', { lang: 'it' }, row.motivo),
    ...(row.rimedio ? [el('h3', {}, LABEL.cure), el('p', { lang: 'it' }, row.rimedio)] : []),
    el('h3', {}, FINDING.act),
    el('p', { lang: 'it' }, `«${row.citazione}»`),
    italianNote(`${row.atto}, Allegato A, ${row.sezione}`),
    ...(row.cifre ? [el('h3', {}, LABEL.figures), facts(figuresOf(row.cifre))] : []),
    ...(others.length ? [el('h3', {}, FINDING.others), offerList(offersOf(others, select))] : []),
    ...(row.dimostrativo ? [note(FINDING.madeUp)] : []),
  ];
}

/** A network and a sede are also known by their id. */
const nameOf = ({ livello, nome, codice }: FindingRow): string =>
  (livello === 'rete' || livello === 'sede' ? named(nome, codice) : null) ?? nome;

const offersOf = (rows: FindingRow[], select: Select): Offer[] =>
  rows.map((row) => ({
    sample: swatch(OUTCOME_PAINTS[row.esito]),
    title: row.regola,
    subtitle: OUTCOME_WORDS[row.esito].label,
    open: () => select({ kind: 'rilievo', code: findingCode(row) }),
  }));
