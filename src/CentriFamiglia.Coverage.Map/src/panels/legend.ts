import { el } from '../dom';
import { LEVEL_WORDS } from '../domain/levels';
import { TOLERATED_SHARE_PCT } from '../domain/minuteClasses';
import { BEYOND_LIMIT, type Paint, UNREACHABLE } from '../domain/painting';
import { SITE_MARKERS, SITE_ROLES, SUGGESTION_MARKERS } from '../domain/sites';
import { VERDICT_ORDER, VERDICTS } from '../domain/verdicts';
import { markerCanvas } from '../map/markers';
import { swatch } from '../map/patterns';
import { rowsOf, type ViewData } from '../state/viewData';
import type { ViewState } from '../state/viewState';

/** The legend: only what the view has, each entry with its pattern or shape and its words. */
export function showLegend(container: HTMLElement, data: ViewData, state: ViewState): void {
  const surfaces = state.theme === 'tempi' ? minuteEntries(data, state) : verdictEntries(data);
  container.replaceChildren(
    el('h2', { class: 'legend-title' }, titleOf(state)),
    el('ul', { class: 'legend-list' }, ...surfaces),
    ...markerEntries(data, state),
  );
}

function titleOf(state: ViewState): string {
  if (state.theme !== 'tempi') return `Verdetto per ${LEVEL_WORDS[state.level].one}`;
  if (state.level === 'comune') return 'Minuti dalla sede più vicina';
  return `Minuti (${state.statistic}) dalla sede più vicina`;
}

function verdictEntries(data: ViewData): HTMLElement[] {
  const present = new Set(rowsOf(data.areas).map((row) => row.verdetto));
  return VERDICT_ORDER.filter((v) => present.has(v)).map((verdict) => {
    const style = VERDICTS[verdict];
    return entry(swatch(style.fill, style.pattern, style.ink), style.label, style.meaning);
  });
}

function minuteEntries(data: ViewData, state: ViewState): HTMLElement[] {
  const sample = (paint: Paint) => swatch(paint.fill, paint.pattern, paint.ink);
  const beyond =
    state.level === 'comune'
      ? 'oltre il limite della sua classe'
      : `oltre il ${TOLERATED_SHARE_PCT} % dei residenti oltre il limite`;
  return [
    ...data.classes.map((c) => entry(swatch(c.fill, 'plain', c.fill), c.label)),
    entry(sample({ fill: '#ffffff', ...BEYOND_LIMIT }), beyond, 'criterio di pianificazione, non previsto dall’atto'),
    entry(sample(UNREACHABLE), 'non raggiungibile o senza dati'),
  ];
}

function markerEntries(data: ViewData, state: ViewState): HTMLElement[] {
  const roles = new Set(rowsOf(data.sites).map((row) => row.role));
  const types = new Set(rowsOf(data.suggestions).map((row) => row.tipo));
  const entries = [
    ...(state.showSites ? SITE_ROLES.filter((r) => roles.has(r)).map((r) => SITE_MARKERS[r]) : []),
    ...(state.showSuggestions || state.theme === 'proposte'
      ? (['spoke', 'hub'] as const).filter((t) => types.has(t)).map((t) => SUGGESTION_MARKERS[t])
      : []),
  ].map((style) => entry(markerCanvas(style), style.label));
  return entries.length ? [el('ul', { class: 'legend-list legend-markers' }, ...entries)] : [];
}

const entry = (sample: HTMLElement, label: string, meaning?: string): HTMLElement =>
  el('li', {}, sample, el('span', {}, label, meaning ? el('small', {}, meaning) : null));
