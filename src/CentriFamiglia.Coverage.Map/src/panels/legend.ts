import type { LayoutRow } from '../api/layoutRows';
import { isKnown } from '../domain/knowledge';
import { layoutState } from '../domain/projects';
import { el } from '../drawing/dom';
import type { Paint } from '../drawing/paint';
import { swatch } from '../drawing/patterns';
import { LAYOUT_PAINTS, OUTCOME_PAINTS, REACH_PAINTS, SHIFT_PAINTS, VERDICT_PAINTS } from '../drawing/styles';
import { sidesOf } from '../state/comparison';
import type { MeasureData } from '../state/measureData';
import { shiftsOf } from '../state/trialData';
import { colouredRows } from '../state/trialView';
import type { OpenData, TrialData, ViewData } from '../state/viewData';
import { momentWords, type ViewState } from '../state/viewState';
import { besideWords, within } from '../text/compareWords';
import { LABEL } from '../text/labels';
import { LEGEND } from '../text/legendWords';
import { measureTitle } from '../text/measureWords';
import { MEASURE_SHIFT_WORDS, MEASURE_SHIFTS } from '../text/otherWords';
import { LAYOUT_STATES, LAYOUT_WORDS, PROJECT_WORDS } from '../text/projectWords';
import { RESOURCE_WORDS } from '../text/resourceWords';
import { REACH_WORDS, REACHES, SHIFT_WORDS, SHIFTS, STATE_WORDS, STATISTIC_WORDS } from '../text/viewWords';
import { OUTCOME_WORDS, OUTCOMES, VERDICT_WORDS, VERDICTS } from '../text/words';
import { knowledgeEntries } from './copertura/knowledgeLegend';
import { markerEntries } from './copertura/markerLegend';
import { weightEntries } from './fragilita/fragilityLegend';
import { measureEntries } from './misure/measureLegend';
import { catchmentEntries } from './proposte/catchmentLegend';
import { resourceEntries } from './risorse/resourceLegend';
import { entry, note } from './shared/parts';
import { minuteEntries } from './viaggi/minuteLegend';

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
  if (data.trial && data.measure) return measureTrialEntries(data.measure, data.trial, data, state);
  if (data.trial && state.colouring === 'differenza') return shiftEntries(data.trial, state);
  if (data.trial && (state.level === 'comune' || state.theme === 'tempi')) return minuteEntries(data, state);
  if (data.proposals) return catchmentEntries(data);
  if (data.fragility) return [];
  if (data.layout) return layoutEntries([...data.layout.values()]);
  if (data.resources) return resourceEntries(data);
  if (data.open)
    return judgements(
      REACHES.filter((reach) => reach !== 'nonNoto' || (data.otherHours && hasUnknown(data.open))),
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

/** Of today the page says elsewhere what is not known; another situation says it here. */
const hasUnknown = (open: OpenData | null): boolean => [...(open?.rows.values() ?? [])].some((row) => !isKnown(row));

/** What a trial can change; that something is not known only where it is so. */
function shiftEntries({ answer }: TrialData, { level }: ViewState): HTMLElement[] {
  const present = answer ? shiftsOf(answer, level) : [];
  return judgements(
    SHIFTS.filter((shift) => shift !== 'ignoto' || present.includes(shift)),
    SHIFT_PAINTS,
    SHIFT_WORDS,
  );
}

/** What a measure does, or its classes: of the state that is shown, or of both where both are. */
const measureTrialEntries = (today: MeasureData, { measure }: TrialData, data: ViewData, state: ViewState) =>
  state.colouring === 'differenza'
    ? judgements(MEASURE_SHIFTS, SHIFT_PAINTS, MEASURE_SHIFT_WORDS)
    : measureEntries(today, state, data.provenance.limits, sidesOf(data, state) ? null : (measure ?? today));

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
  if (data.fragility) return LEGEND.closing;
  if (data.open) return hoursTitle(data, state);
  if (data.measure) return measureTitle(data.measure.measure, data.measure.unit);
  if (data.proposals) return LEGEND.catchments;
  if (state.theme === 'rilievi') return LEGEND.worst(state.level);
  if (state.theme !== 'tempi') return LEGEND.verdict(state.level);
  if (state.level === 'comune') return LABEL.nearestMinutes;
  return LEGEND.minutes(STATISTIC_WORDS[state.statistic]);
}

function hoursTitle(data: ViewData, state: ViewState): string {
  const what = LEGEND.open(momentWords(state));
  const sides = sidesOf(data, state);
  if (sides) return `${what}: ${besideWords(sides[0].name, sides[1].name)}`;
  return data.otherHours && !data.otherHours.problem ? `${what}: ${within(data.otherHours.name)}` : what;
}

function trialTitle(data: ViewData, { name }: TrialData, state: ViewState): string {
  const { colouring, level } = state;
  if (colouring === 'differenza') return LEGEND.change(level);
  const what = data.measure ? measureTitle(data.measure.measure, data.measure.unit) : pairTitle(state);
  const sides = sidesOf(data, state);
  if (sides) return `${what}: ${besideWords(sides[0].name, sides[1].name)}`;
  return `${what}: ${within(colouring === 'oggi' ? STATE_WORDS.oggi : name)}`;
}

function pairTitle({ level, theme }: ViewState): string {
  if (level === 'comune') return LABEL.nearestMinutes;
  return theme === 'tempi' ? LEGEND.minutes(STATISTIC_WORDS.media) : LEGEND.verdict(level);
}

function pointEntries(data: ViewData, state: ViewState): HTMLElement[] {
  if (data.findings) return [note(LEGEND.ownPoints)];
  if (data.open) return [note(LEGEND.doors)];
  if (data.fragility) return [el('ul', { class: 'legend-list' }, ...weightEntries())];
  const markers = markerEntries(data, state);
  return markers.length ? [el('ul', { class: 'legend-list legend-markers' }, ...markers)] : [];
}
