import type { FindingRow } from '../../api/findingRows';
import { groupFindings, type RuleGroup } from '../../domain/findingGroups';
import { findingCode } from '../../domain/findings';
import { el } from '../../drawing/dom';
import { swatch } from '../../drawing/patterns';
import { OUTCOME_PAINTS } from '../../drawing/styles';
import type { Change, Select, ViewState } from '../../state/viewState';
import { formatCount } from '../../text/numbers';
import { GROUP_WORDS, ruleTitle } from '../../text/ruleWords';
import { SUBJECT_WORDS } from '../../text/words';
import { italianNote, note, type Offer, offerList } from '../shared/parts';

/** The findings by rule, then ATS and subject: each group opens and closes, and the address says which are open. */
export function findingGroups(
  rows: readonly FindingRow[],
  state: ViewState,
  change: Change,
  select: Select,
): HTMLElement {
  const open = new Set(state.groups);
  const toggle = (key: string) => () => {
    const others = state.groups.filter((each) => each !== key && !each.startsWith(`${key}.`));
    change({ groups: open.has(key) ? others : [...state.groups, key] }, true);
  };
  const group = (key: string, label: (Node | string)[], content: () => HTMLElement[], kind = 'group-button') =>
    el(
      'div',
      { class: 'finding-group' },
      el(
        'button',
        { type: 'button', class: kind, 'aria-expanded': String(open.has(key)), onclick: toggle(key) },
        el('span', { class: 'group-label' }, ...label),
      ),
      ...(open.has(key) ? [el('div', { class: 'group-content' }, ...content())] : []),
    );
  const offers = (findings: readonly FindingRow[]) => offerList(findings.map((row) => offerOf(row, select)));
  const ofRule = ({ rule, section, act, quote, cure, counts, ats, undeclared }: RuleGroup) =>
    group(rule, [el('strong', {}, rule), ` ${ruleTitle(rule)}`, countsOf(counts)], () => [
      el('p', { class: 'clause', lang: 'it' }, `«${quote}»`),
      italianNote(`${act}, Allegato A, ${section}`),
      ...(cure ? [el('p', {}, el('strong', {}, `${GROUP_WORDS.cure}: `), el('span', { lang: 'it' }, cure))] : []),
      ...ats.map(({ name, findings }) =>
        state.ats === null
          ? group(`${rule}.${name}`, [name || GROUP_WORDS.noAts, counter(findings.length)], () => [offers(findings)])
          : offers(findings),
      ),
      ...(undeclared.length
        ? [
            group(
              `${rule}.nd`,
              [GROUP_WORDS.undeclared(undeclared.length, ats.length === 0)],
              () => [offers(undeclared)],
              'group-button group-aside',
            ),
          ]
        : []),
      ...(counts.conforme > 0 && state.outcome !== 'conforme' ? [note(GROUP_WORDS.conforming(counts.conforme))] : []),
    ]);
  return el('div', { class: 'finding-groups' }, ...groupFindings(rows, state.outcome).map(ofRule));
}

const counter = (count: number): HTMLElement => el('span', { class: 'group-count' }, formatCount(count));

/** What is wrong stands out; what is only not declared, or conforms, is said small. */
const countsOf = (counts: RuleGroup['counts']): HTMLElement =>
  el(
    'small',
    {},
    ...[
      counts.non_conforme > 0 ? el('b', {}, GROUP_WORDS.wrong(counts.non_conforme)) : '',
      counts.informativo > 0 ? GROUP_WORDS.informative(counts.informativo) : '',
      counts.non_dichiarato > 0 ? GROUP_WORDS.undeclared(counts.non_dichiarato, true) : '',
      counts.conforme > 0 ? GROUP_WORDS.conforming(counts.conforme) : '',
    ]
      .filter((part) => part !== '')
      .flatMap((part, index) => (index === 0 ? [part] : [' · ', part])),
  );

const offerOf = (row: FindingRow, select: Select): Offer => ({
  sample: swatch(OUTCOME_PAINTS[row.esito]),
  title: row.livello === 'rete' || row.livello === 'sede' ? row.nome : `${SUBJECT_WORDS[row.livello]} ${row.nome}`,
  subtitle: row.motivo,
  isItalian: true,
  open: () => select({ kind: 'rilievo', code: findingCode(row) }),
});
