import { rowsOf } from '../../api/apiClient';
import { atMost, EXCLUDED, type Excluded, excludedFigure, isKnown } from '../../domain/knowledge';
import { el } from '../../drawing/dom';
import { VERDICT_PAINTS } from '../../drawing/styles';
import { excludedOf, mayBeUncovered, type ViewData } from '../../state/viewData';
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
import { LEVEL_WORDS, VERDICT_WORDS, VERDICTS, type Verdict } from '../../text/words';
import { indicator } from '../shared/parts';

/** The figures to read under the headline, which says none of them, of the region or of the ATS chosen. */
export function showIndicators(container: HTMLElement, data: ViewData, state: ViewState): void {
  container.replaceChildren(...figuresOf(data, state), ...excludedIndicator(excludedOf(data, state)));
}

function figuresOf(data: ViewData, state: ViewState): HTMLElement[] {
  const { served, declared, beyond, mean, money, ninth, comuni } = figures(data, state);
  if (state.theme === 'copertura') return [served(), declared(), beyond(), mean(), money()];
  if (state.theme === 'tempi') return [mean(), ninth(), comuni()];
  return [served(), beyond(), mean()];
}

function figures(data: ViewData, state: ViewState) {
  const areas = rowsOf(data.areas).filter((row) => isInScope(state, row));
  const countOf = (verdict: Verdict) => areas.filter((row) => row.verdetto === verdict).length;
  const total = data.totals.get(state.ats ?? '');
  const unknown = countOf('NON_CARICATO');
  const judged = areas.length - unknown;
  const noteOf = (words: string) => (total && !isKnown(total) ? 'sedi non note' : words);
  const servedLabel = `${LEVEL_WORDS[data.areaLevel].many} con una sede`;
  return {
    served: () =>
      judged === 0
        ? indicator(servedLabel, [NO_FIGURE], 'sedi non note')
        : indicator(
            servedLabel,
            [formatCount(countOf('SEDE')), el('small', {}, ` su ${formatCount(judged)}${unknown > 0 ? ' noti' : ''}`)],
            shareBar(countOf),
          ),
    declared: () => {
      const label = VERDICT_WORDS.COMPETENZA.label;
      return judged === 0 || !mayBeUncovered(data, state)
        ? indicator(label, [NO_FIGURE], ['non si può dire', ...unknownWords(unknown)].join('; '))
        : indicator(label, [formatCount(countOf('COMPETENZA'))], unknownWords(unknown).join(''));
    },
    beyond: () => {
      const own = indicator(
        'Residenti oltre il limite',
        [atMost(total, formatCount(total?.residenti_oltre_limite))],
        noteOf(
          `${formatPercent(total?.quota_oltre_limite_pct)}${excludedOf(data, state).comuni > 0 ? ' dei contati' : ''}${betweenWords(total?.residenti_oltre_minimo, total?.residenti_oltre_massimo)}`,
        ),
      );
      own.classList.toggle('is-tall', state.theme === 'copertura');
      return own;
    },
    mean: () => {
      const isFirst = state.theme === 'copertura';
      const figure = [atMost(total, formatMinutes(total?.minuti_medi))];
      const own = indicator(
        'Viaggio medio',
        figure,
        noteOf(isFirst ? `90 % entro ${formatMinutes(total?.minuti_p90)}` : ''),
      );
      own.classList.toggle('is-wide', isFirst);
      return own;
    },
    ninth: () => indicator('90 % dei residenti entro', [atMost(total, formatMinutes(total?.minuti_p90))], noteOf('')),
    comuni: () =>
      indicator('Comuni oltre il limite', [atMost(total, formatCount(total?.comuni_oltre_limite))], noteOf('')),
    money: () => moneyIndicator(data, state),
  };
}

/** In short, with the whole sum for who points at it. */
function moneyIndicator(data: ViewData, state: ViewState): HTMLElement {
  const label = state.ats === null ? 'Fondo regionale' : 'Quota del Fondo';
  const budget = data.budget.filter((row) => isInScope(state, row));
  if (budget.length === 0) return indicator(label, [NO_FIGURE], 'non calcolato');
  const money = budget.reduce((sum, row) => sum + row.assegnazione_eur, 0);
  return indicator(label, [el('span', { title: formatEuro(money) }, formatMillions(money))], '');
}

const unknownWords = (unknown: number): string[] => (unknown > 0 ? [counted(unknown, 'non noto', 'non noti')] : []);

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
