import { rowsOf } from '../../api/apiClient';
import { atMost, EXCLUDED, type Excluded, isKnown } from '../../domain/knowledge';
import { el } from '../../drawing/dom';
import { VERDICT_PAINTS } from '../../drawing/styles';
import { excludedOf, mayBeUncovered, type ViewData } from '../../state/viewData';
import { isInScope, type ViewState } from '../../state/viewState';
import { betweenWords } from '../../text/bandWords';
import { EXCLUDED_WORDS } from '../../text/knowledgeWords';
import { LABEL, SAID } from '../../text/labels';
import { INDICATOR } from '../../text/legendWords';
import {
  formatCount,
  formatEuro,
  formatMillions,
  formatMinutes,
  formatPercent,
  formatShort,
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
  const noteOf = (words: string) => (total && !isKnown(total) ? SAID.sediUnknown : words);
  // Where the view has other figures these three have no room for more.
  const isFirst = state.theme === 'copertura';
  const servedLabel = LABEL.withSede(LEVEL_WORDS[data.areaLevel].many);
  return {
    served: () =>
      judged === 0
        ? indicator(servedLabel, [NO_FIGURE], SAID.sediUnknown)
        : indicator(
            servedLabel,
            [formatCount(countOf('SEDE')), el('small', {}, INDICATOR.of(judged, unknown))],
            shareBar(countOf),
          ),
    declared: () => {
      const label = VERDICT_WORDS.COMPETENZA.label;
      return judged === 0 || !mayBeUncovered(data, state)
        ? indicator(label, [NO_FIGURE], [INDICATOR.cannotSay, ...unknownWords(unknown)].join('; '))
        : indicator(label, [formatCount(countOf('COMPETENZA'))], unknownWords(unknown).join(''));
    },
    beyond: () =>
      indicator(
        INDICATOR.beyond,
        [atMost(total, formatCount(total?.residenti_oltre_limite))],
        noteOf(
          `${formatPercent(total?.quota_oltre_limite_pct)}${excludedOf(data, state).comuni > 0 ? INDICATOR.ofCounted : ''}${isFirst ? betweenWords(total?.residenti_oltre_minimo, total?.residenti_oltre_massimo) : ''}`,
        ),
      ),
    mean: () => {
      const figure = [atMost(total, formatMinutes(total?.minuti_medi))];
      const own = indicator(
        LABEL.meanTravel,
        figure,
        noteOf(isFirst ? INDICATOR.ninety(formatMinutes(total?.minuti_p90)) : ''),
      );
      own.classList.toggle('is-wide', isFirst);
      return own;
    },
    ninth: () => indicator(LABEL.ninety, [atMost(total, formatMinutes(total?.minuti_p90))], noteOf('')),
    comuni: () => indicator(LABEL.comuniBeyond, [atMost(total, formatCount(total?.comuni_oltre_limite))], noteOf('')),
    money: () => moneyIndicator(data, state),
  };
}

/** In short, with the whole sum for who points at it. */
function moneyIndicator(data: ViewData, state: ViewState): HTMLElement {
  const label = state.ats === null ? LABEL.fund : LABEL.fundShare;
  const budget = data.budget.filter((row) => isInScope(state, row));
  if (budget.length === 0) return indicator(label, [NO_FIGURE], INDICATOR.notComputed);
  const money = budget.reduce((sum, row) => sum + row.assegnazione_eur, 0);
  return indicator(label, [el('span', { title: formatEuro(money) }, formatMillions(money))], '');
}

const unknownWords = (unknown: number): string[] => (unknown > 0 ? [INDICATOR.unknown(unknown)] : []);

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
  comuni === 0 ? [] : [indicator(EXCLUDED, [formatShort(residents)], EXCLUDED_WORDS.of(comuni))];

function bar(fill: string, weight: number): HTMLElement {
  const part = el('i');
  part.style.background = fill;
  part.style.flexGrow = String(weight);
  return part;
}
