import type { LayoutRow } from '../api/layoutRows';
import { layoutState } from '../domain/projects';
import { el } from '../drawing/dom';
import type { Paint } from '../drawing/paint';
import { swatch } from '../drawing/patterns';
import { LAYOUT_PAINTS, OUTCOME_PAINTS, REACH_PAINTS, SHIFT_PAINTS, VERDICT_PAINTS } from '../drawing/styles';
import { sidesOf } from '../state/comparison';
import { shiftsOf } from '../state/trialData';
import { colouredRows } from '../state/trialView';
import type { TrialData, ViewData } from '../state/viewData';
import { momentWords, type ViewState } from '../state/viewState';
import { besideWords, stateName } from '../text/compareWords';
import { measureTitle } from '../text/measureWords';
import { LAYOUT_STATES, LAYOUT_WORDS, PROJECT_WORDS } from '../text/projectWords';
import { RESOURCE_WORDS } from '../text/resourceWords';
import { REACH_WORDS, REACHES, SHIFT_WORDS, SHIFTS } from '../text/viewWords';
import { LEVEL_WORDS, OUTCOME_WORDS, OUTCOMES, VERDICT_WORDS, VERDICTS } from '../text/words';
import { knowledgeEntries } from './copertura/knowledgeLegend';
import { markerEntries } from './copertura/markerLegend';
import { weightEntries } from './fragilita/fragilityLegend';
import { measureEntries } from './misure/measureLegend';
import { catchmentEntries } from './proposte/catchmentLegend';
import { resourceEntries } from './risorse/resourceLegend';
import { entry, note } from './shared/parts';
import { minuteEntries } from './viaggi/minuteLegend';

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
  return [...ownEntries(data, state), ...(data.resources || data.layout ? [] : knowledgeEntries(data, state))];
}

function ownEntries(data: ViewData, state: ViewState): HTMLElement[] {
  if (data.trial && state.colouring === 'differenza') return shiftEntries(data.trial, state);
  if (data.trial && (state.level === 'comune' || state.theme === 'tempi')) return minuteEntries(data, state);
  if (data.proposals) return catchmentEntries(data);
  if (data.fragility) return [];
  if (data.layout) return layoutEntries([...data.layout.values()]);
  if (data.resources) return resourceEntries(data);
  if (data.open)
    return judgements(
      REACHES.filter((reach) => reach !== 'nonNoto'),
      REACH_PAINTS,
      REACH_WORDS,
    );
  if (data.measure) return measureEntries(data.measure, state, data.provenance.limits);
  if (data.findings) return judgements(OUTCOMES, OUTCOME_PAINTS, OUTCOME_WORDS);
  if (state.theme === 'tempi') return minuteEntries(data, state);
  const sides = sidesOf(data, state) ?? [{ data, state }];
  const present = new Set(
    sides.flatMap((side) => colouredRows(side.data, side.state).areas.map((row) => row.verdetto)),
  );
  return judgements(
    VERDICTS.filter((verdict) => verdict !== 'NON_CARICATO' && present.has(verdict)),
    VERDICT_PAINTS,
    VERDICT_WORDS,
  );
}

/** What a trial can change; that something is not known only where it is so. */
function shiftEntries({ answer }: TrialData, { level }: ViewState): HTMLElement[] {
  const present = answer ? shiftsOf(answer, level) : [];
  return judgements(
    SHIFTS.filter((shift) => shift !== 'ignoto' || present.includes(shift)),
    SHIFT_PAINTS,
    SHIFT_WORDS,
  );
}

/** Only what some ATS is. */
const layoutEntries = (rows: LayoutRow[]): HTMLElement[] =>
  judgements(
    LAYOUT_STATES.filter((state) => rows.some((row) => layoutState(row) === state)),
    LAYOUT_PAINTS,
    LAYOUT_WORDS,
  );

const judgements = <Word extends string>(
  words: readonly Word[],
  paints: Record<Word, Paint>,
  texts: Record<Word, { label: string; meaning: string }>,
): HTMLElement[] => words.map((word) => entry(swatch(paints[word]), texts[word].label, texts[word].meaning));

function titleOf(data: ViewData, state: ViewState): string {
  if (data.trial) return trialTitle(data, data.trial, state);
  if (data.layout) return PROJECT_WORDS.legend;
  if (data.resources) return RESOURCE_WORDS.title;
  if (data.fragility) return 'Se chiude solo questa sede';
  if (data.open) return `Una sede aperta, ${momentWords(state)}`;
  if (data.measure) return measureTitle(data.measure.measure, data.measure.unit);
  if (data.proposals) return 'Le proposte e i loro bacini';
  if (state.theme === 'rilievi') return `Il più grave per ${LEVEL_WORDS[state.level].one}`;
  if (state.theme !== 'tempi') return `Verdetto per ${LEVEL_WORDS[state.level].one}`;
  if (state.level === 'comune') return 'Minuti dalla sede più vicina';
  return `Minuti (${state.statistic}) dalla sede più vicina`;
}

function trialTitle(data: ViewData, { by }: TrialData, state: ViewState): string {
  const { colouring, level, theme } = state;
  if (colouring === 'differenza') return `Che cosa cambia per ${LEVEL_WORDS[level].one}`;
  const minutes = level === 'comune' ? 'Minuti dalla sede più vicina' : 'Minuti (media) dalla sede più vicina';
  const what = level === 'comune' || theme === 'tempi' ? minutes : `Verdetto per ${LEVEL_WORDS[level].one}`;
  const sides = sidesOf(data, state);
  if (sides) return `${what}: ${besideWords(sides[0].choice, sides[1].choice)}`;
  return `${what}: ${stateName(colouring === 'oggi' ? colouring : by)}`;
}

function pointEntries(data: ViewData, state: ViewState): HTMLElement[] {
  if (data.findings) return [note(OWN_POINTS)];
  if (data.open) return [note(DOORS)];
  if (data.fragility) return [el('ul', { class: 'legend-list' }, ...weightEntries())];
  const markers = markerEntries(data, state);
  return markers.length ? [el('ul', { class: 'legend-list legend-markers' }, ...markers)] : [];
}
