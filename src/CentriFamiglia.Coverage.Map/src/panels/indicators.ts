import { el } from '../dom';
import { LEVEL_WORDS } from '../domain/levels';
import { VERDICT_ORDER, VERDICTS } from '../domain/verdicts';
import { rowsOf, type ViewData } from '../state/viewData';
import type { ViewState } from '../state/viewState';
import { formatCount, formatEuro, formatMillions, formatMinutes, formatPercent } from '../text/numbers';

/** The few figures to read first, of the region or of the ATS chosen. */
export function showIndicators(container: HTMLElement, data: ViewData, state: ViewState): void {
  const areas = rowsOf(data.areas).filter((row) => state.ats === null || row.ats === state.ats);
  const tally = VERDICT_ORDER.map((verdict) => ({
    ...VERDICTS[verdict],
    verdict,
    count: areas.filter((row) => row.verdetto === verdict).length,
  }));
  const countOf = (verdict: string) => tally.find((t) => t.verdict === verdict)?.count ?? 0;
  const many = LEVEL_WORDS[data.areaLevel].many;
  const total = data.totals.get(state.ats ?? '');
  const budget = data.budget.filter((row) => state.ats === null || row.ats === state.ats);
  const money = budget.reduce((sum, row) => sum + row.assegnazione_eur, 0);
  const [unknown, uncovered, declared] = [countOf('NON_CARICATO'), countOf('SCOPERTO'), countOf('COMPETENZA')];

  container.replaceChildren(
    indicator(
      `${many} con una sede`,
      [formatCount(countOf('SEDE')), el('small', {}, ` su ${formatCount(areas.length)}`)],
      el(
        'span',
        { class: 'share-bar', 'aria-hidden': 'true' },
        ...tally.filter((t) => t.count > 0).map((t) => bar(t.fill, t.count)),
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
