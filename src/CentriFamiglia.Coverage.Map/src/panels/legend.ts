import { el, svg } from '../dom';
import { WEIGHTS, type WeightStyle } from '../domain/fragility';
import { LEVEL_WORDS } from '../domain/levels';
import { TOLERATED_SHARE_PCT } from '../domain/minuteClasses';
import { REACH_STYLES, REACHES } from '../domain/openDoors';
import { OUTCOME_ORDER, OUTCOMES } from '../domain/outcomes';
import { ASIDE, BEYOND_LIMIT, type Paint, plain, UNREACHABLE } from '../domain/painting';
import { SITE_MARKERS, SITE_ROLES, SUGGESTION_MARKERS } from '../domain/sites';
import { VERDICT_ORDER, VERDICTS } from '../domain/verdicts';
import { markerCanvas } from '../map/markers';
import { swatch } from '../map/patterns';
import { type ProposalData, rowsOf, type ViewData } from '../state/viewData';
import { momentOf, type ViewState } from '../state/viewState';
import { formatCount } from '../text/numbers';
import { measureEntries, measureTitle } from './measureLegend';

/** Catchments named in the legend; the others are in the table. */
const MOST_CATCHMENTS = 10;
const DOORS = 'Cerchi scuri: sedi aperte, le più vicine a qualche comune. Cerchi chiari: sedi dagli orari non noti.';
const OWN_POINTS = 'I cerchi sono sedi e reti: il più grande è il più grave.';

/** The legend: only what the view has, each entry with its pattern or shape and its words. */
export function showLegend(container: HTMLElement, data: ViewData, state: ViewState): void {
  container.replaceChildren(
    el('h2', { class: 'legend-title' }, titleOf(data, state)),
    el('ul', { class: 'legend-list' }, ...surfaceEntries(data, state)),
    ...pointEntries(data, state),
  );
}

function surfaceEntries(data: ViewData, state: ViewState): HTMLElement[] {
  if (data.proposals) return catchmentEntries(data, data.proposals);
  if (data.fragility) return [];
  if (data.open)
    return REACHES.map((r) => entry(sampleOf(REACH_STYLES[r]), REACH_STYLES[r].label, REACH_STYLES[r].meaning));
  if (data.measure) return measureEntries(data.measure, state, data.provenance.limits);
  if (data.findings)
    return OUTCOME_ORDER.map((o) => entry(sampleOf(OUTCOMES[o]), OUTCOMES[o].label, OUTCOMES[o].meaning));
  return state.theme === 'tempi' ? minuteEntries(data, state) : verdictEntries(data);
}

function titleOf(data: ViewData, state: ViewState): string {
  if (data.fragility) return 'Se chiude solo questa sede';
  if (data.open) return `Una porta aperta, ${momentOf(state)}`;
  if (data.measure) return measureTitle(data.measure);
  if (state.theme === 'proposte') return 'Verso quale proposta andrebbero';
  if (state.theme === 'rilievi') return `Il più grave per ${LEVEL_WORDS[state.level].one}`;
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
  const beyond =
    state.level === 'comune'
      ? 'oltre il limite della sua classe'
      : `oltre il ${TOLERATED_SHARE_PCT} % dei residenti oltre il limite`;
  return [
    ...data.classes.map((c) => entry(swatch(c.fill, 'plain', c.fill), c.label)),
    entry(sampleOf({ fill: '#ffffff', ...BEYOND_LIMIT }), beyond, 'criterio di pianificazione, non previsto dall’atto'),
    entry(sampleOf(UNREACHABLE), 'non raggiungibile o senza dati'),
  ];
}

/** Colours are told apart by name in the table and on the map; here only the largest stand. */
function catchmentEntries(data: ViewData, proposals: ProposalData): HTMLElement[] {
  const residents = new Map<string, number>();
  for (const { sede_proposta: code, residenti } of proposals.effects.values()) {
    residents.set(code, (residents.get(code) ?? 0) + residenti);
  }
  const rows = [...new Map(rowsOf(data.suggestions).map((row) => [row.pro_com_t, row])).values()].sort(
    (a, b) => (residents.get(b.pro_com_t) ?? 0) - (residents.get(a.pro_com_t) ?? 0),
  );
  const entries = rows.slice(0, MOST_CATCHMENTS).map((row) => {
    const paint = plain(proposals.fills.get(row.pro_com_t) ?? ASIDE.fill);
    return entry(sampleOf(paint), row.comune, `${formatCount(residents.get(row.pro_com_t) ?? 0)} residenti più vicini`);
  });
  if (rows.length > MOST_CATCHMENTS) {
    entries.push(
      el('li', {}, el('small', {}, `e altre ${rows.length - MOST_CATCHMENTS}, con il colore nella tabella`)),
    );
  }
  return [...entries, entry(sampleOf(ASIDE), 'nessuna proposta è più vicina')];
}

function pointEntries(data: ViewData, state: ViewState): HTMLElement[] {
  if (data.findings) return [el('p', { class: 'note' }, OWN_POINTS)];
  if (data.open) return [el('p', { class: 'note' }, DOORS)];
  if (!data.fragility) return markerEntries(data, state);
  const entries = Object.values(WEIGHTS).map((style) => entry(dot(style), style.label));
  return [el('ul', { class: 'legend-list' }, ...entries)];
}

/** A point as the map draws it. */
function dot({ fill, ink, radius }: WeightStyle): HTMLElement {
  const circle = svg('circle', { cx: 10, cy: 10, r: radius, fill, stroke: ink, 'stroke-width': 1.6 });
  const drawing = svg('svg', { viewBox: '0 0 20 20', class: 'marker-sample', 'aria-hidden': 'true' }, circle);
  return drawing as unknown as HTMLElement;
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

const sampleOf = ({ fill, pattern, ink }: Paint): HTMLElement => swatch(fill, pattern, ink);

const entry = (sample: HTMLElement, label: string, meaning?: string): HTMLElement =>
  el('li', {}, sample, el('span', {}, label, meaning ? el('small', {}, meaning) : null));
