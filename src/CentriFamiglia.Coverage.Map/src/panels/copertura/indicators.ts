import { rowsOf } from '../../api/apiClient';
import { atMost, EXCLUDED, type Excluded, excludedFigure, isKnown } from '../../domain/knowledge';
import { el } from '../../drawing/dom';
import { VERDICT_PAINTS } from '../../drawing/styles';
import { excludedOf, type ViewData } from '../../state/viewData';
import { isInScope, type ViewState } from '../../state/viewState';
import { betweenWords } from '../../text/bandWords';
import {
  counted,
  formatCount,
  formatEuro,
  formatMillions,
  formatMinutes,
  formatPercent,
  NO_FIGURE,
} from '../../text/numbers';

import { LEVEL_WORDS, VERDICTS, type Verdict } from '../../text/words';
import { indicator } from '../shared/parts';

/** The few figures to read first, of the region or of the ATS chosen. */
export function showIndicators(container: HTMLElement, data: ViewData, state: ViewState): void {
  const areas = rowsOf(data.areas).filter((row) => isInScope(state, row));
  const countOf = (verdict: Verdict) => areas.filter((row) => row.verdetto === verdict).length;
  const many = LEVEL_WORDS[data.areaLevel].many;
  const total = data.totals.get(state.ats ?? '');
  const budget = data.budget.filter((row) => isInScope(state, row));
  const money = budget.reduce((sum, row) => sum + row.assegnazione_eur, 0);
  const left = excludedOf(data, state);
  const unknown = countOf('NON_CARICATO');
  const judged = areas.length - unknown;
  const noteOf = (words: string) => (total && !isKnown(total) ? 'sedi non note' : words);

  container.replaceChildren(
    judged === 0
      ? indicator(`${many} con una sede`, [NO_FIGURE], 'sedi non note')
      : indicator(
          `${many} con una sede`,
          [formatCount(countOf('SEDE')), el('small', {}, ` su ${formatCount(judged)}${unknown > 0 ? ' noti' : ''}`)],
          shareBar(countOf),
        ),
    judged === 0 || !mayBeUncovered(data, state)
      ? indicator('Scoperti', [NO_FIGURE], ['non si può dire', ...unknownWords(unknown)].join('; '))
      : indicator('Scoperti', [formatCount(countOf('SCOPERTO'))], besideUncovered(countOf('COMPETENZA'), unknown)),
    indicator(
      'Residenti oltre il limite',
      [atMost(total, formatCount(total?.residenti_oltre_limite))],
      noteOf(
        `${formatPercent(total?.quota_oltre_limite_pct)} dei residenti${left.comuni > 0 ? ' contati' : ''}${betweenWords(total?.residenti_oltre_minimo, total?.residenti_oltre_massimo)}`,
      ),
    ),
    indicator(
      'Viaggio medio',
      [atMost(total, formatMinutes(total?.minuti_medi))],
      noteOf(`90 % entro ${formatMinutes(total?.minuti_p90)}`),
    ),
    ...excludedIndicator(left),
    indicator(
      state.ats === null ? 'Fondo regionale' : 'Quota del Fondo',
      [budget.length ? formatMillions(money) : formatMillions(null)],
      budget.length ? formatEuro(money) : 'non calcolato',
    ),
  );
}

const besideUncovered = (declared: number, unknown: number): string =>
  [`e ${formatCount(declared)} con la sola competenza`, ...unknownWords(unknown)].join('; ');

const unknownWords = (unknown: number): string[] => (unknown > 0 ? [counted(unknown, 'non noto', 'non noti')] : []);

/** Only where a list is complete may an area be called uncovered: elsewhere none is, and that says nothing. */
const mayBeUncovered = ({ provenance: { sedi } }: ViewData, { ats }: ViewState): boolean =>
  sedi.complete || (ats === null ? sedi.completeFor.length > 0 : sedi.completeFor.includes(ats));

const shareBar = (countOf: (verdict: Verdict) => number): HTMLElement =>
  el(
    'span',
    { class: 'share-bar', 'aria-hidden': 'true' },
    ...VERDICTS.filter((v) => v !== 'NON_CARICATO' && countOf(v) > 0).map((v) =>
      bar(VERDICT_PAINTS[v].fill, countOf(v)),
    ),
  );

/** What no figure of the others counts. */
const excludedIndicator = ({ residents, comuni }: Excluded): HTMLElement[] =>
  comuni === 0
    ? []
    : [indicator(EXCLUDED, [excludedFigure(residents)], `residenti di ${counted(comuni, 'comune', 'comuni')}`)];

function bar(fill: string, weight: number): HTMLElement {
  const part = el('i');
  part.style.background = fill;
  part.style.flexGrow = String(weight);
  return part;
}
