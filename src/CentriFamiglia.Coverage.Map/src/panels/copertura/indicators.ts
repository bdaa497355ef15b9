import { rowsOf } from '../../api/apiClient';
import { el } from '../../drawing/dom';
import { VERDICT_PAINTS } from '../../drawing/styles';
import type { ViewData } from '../../state/viewData';
import { isInScope, type ViewState } from '../../state/viewState';
import { formatCount, formatEuro, formatMillions, formatMinutes, formatPercent } from '../../text/numbers';
import { LEVEL_WORDS, VERDICTS, type Verdict } from '../../text/words';

/** The few figures to read first, of the region or of the ATS chosen. */
export function showIndicators(container: HTMLElement, data: ViewData, state: ViewState): void {
  const areas = rowsOf(data.areas).filter((row) => isInScope(state, row));
  const countOf = (verdict: Verdict) => areas.filter((row) => row.verdetto === verdict).length;
  const many = LEVEL_WORDS[data.areaLevel].many;
  const total = data.totals.get(state.ats ?? '');
  const budget = data.budget.filter((row) => isInScope(state, row));
  const money = budget.reduce((sum, row) => sum + row.assegnazione_eur, 0);
  const [unknown, uncovered, declared] = [countOf('NON_CARICATO'), countOf('SCOPERTO'), countOf('COMPETENZA')];

  container.replaceChildren(
    indicator(
      `${many} con una sede`,
      [formatCount(countOf('SEDE')), el('small', {}, ` su ${formatCount(areas.length)}`)],
      el(
        'span',
        { class: 'share-bar', 'aria-hidden': 'true' },
        ...VERDICTS.filter((v) => countOf(v) > 0).map((v) => bar(VERDICT_PAINTS[v].fill, countOf(v))),
      ),
    ),
    unknown > 0 && uncovered === 0
      ? indicator('Non giudicabili', [formatCount(unknown)], 'elenco delle sedi non completo')
      : indicator('Scoperti', [formatCount(uncovered)], `e ${formatCount(declared)} con la sola competenza`),
    indicator(
      'Residenti oltre il limite',
      [formatCount(total?.residenti_oltre_limite)],
      `${formatPercent(total?.quota_oltre_limite_pct)} dei residenti`,
    ),
    indicator('Viaggio medio', [formatMinutes(total?.minuti_medi)], `90 % entro ${formatMinutes(total?.minuti_p90)}`),
    indicator(
      state.ats === null ? 'Fondo regionale' : 'Quota del Fondo',
      [budget.length ? formatMillions(money) : formatMillions(null)],
      budget.length ? formatEuro(money) : 'non calcolato',
    ),
  );
}

function indicator(label: string, figure: (Node | string)[], note: string | HTMLElement): HTMLElement {
  return el(
    'div',
    { class: 'indicator' },
    el('dt', {}, label),
    el('dd', {}, el('span', { class: 'indicator-figure' }, ...figure), el('span', { class: 'indicator-note' }, note)),
  );
}

function bar(fill: string, weight: number): HTMLElement {
  const part = el('i');
  part.style.background = fill;
  part.style.flexGrow = String(weight);
  return part;
}
