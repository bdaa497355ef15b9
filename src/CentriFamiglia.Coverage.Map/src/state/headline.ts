import { rowsOf } from '../api/apiClient';
import { differs } from '../api/otherState';
import type { BudgetRow, NetworkRow } from '../api/rows';
import { countByOutcome, isWanted } from '../domain/findings';
import { countReaches } from '../domain/hours';
import { isKnown } from '../domain/knowledge';
import { measureFigure } from '../domain/measures';
import { totalOf } from '../domain/resources';
import { headline as trialHeadline } from '../domain/trialWords';
import { todayAnd } from '../text/compareWords';
import { coverageHeadline } from '../text/coverageHeadline';
import {
  findingHeadline,
  fragilityHeadline,
  measureHeadline,
  NO_TRIAL,
  openHeadline,
  proposalHeadline,
  travelHeadline,
  trialPending,
} from '../text/headlines';
import { measureTitle } from '../text/measureWords';
import { measureChangeHeadline, OTHER_WORDS } from '../text/otherWords';
import { projectHeadline } from '../text/projectWords';
import { SEEKING } from '../text/proposalWords';
import { resourceHeadline } from '../text/resourceWords';
import { deskSentence } from './deskHeadline';
import { itemsOf, type MeasureData } from './measureData';
import { countShifts } from './measureShift';
import { outcomeOf } from './proposalOutcome';
import { excludedOf, mayBeUncovered, type OpenData, type ViewData } from './viewData';
import { isInScope, momentWords, type ViewState } from './viewState';

/** What the figures of a view come to, in one sentence; nothing is a zero that is not known. */
export function headlineOf(data: ViewData, state: ViewState): string {
  if (data.trial || state.theme === 'prova') return trialSentence(data, state);
  if (data.desk) return deskSentence(data.desk);
  if (data.findings) return findings(rowsOf(data.findings), state);
  if (data.layout) return projects(data.networkRows, state);
  if (data.resources) return resources([...data.resources.values()], state);
  if (data.fragility) return fragility(rowsOf(data.fragility.sites), state);
  if (data.open) return open(data.open, data, state);
  if (data.measure) return measure(data.measure, state);
  if (data.proposals) return proposalHeadline(outcomeOf(data, data.proposals));
  if (state.theme === 'proposte') return SEEKING;
  return state.theme === 'tempi' ? travel(data, state) : coverage(data, state);
}

function coverage(data: ViewData, state: ViewState): string {
  const areas = rowsOf(data.areas).filter((row) => isInScope(state, row));
  const uncovered = areas.filter((row) => row.verdetto === 'SCOPERTO');
  return coverageHeadline({
    level: data.areaLevel,
    ats: state.ats,
    all: areas.length,
    judged: areas.filter((row) => row.verdetto !== 'NON_CARICATO').length,
    served: areas.filter((row) => row.verdetto === 'SEDE').length,
    uncovered: uncovered.length,
    residents: uncovered.reduce((sum, row) => sum + (row.residenti ?? 0), 0),
    canTell: mayBeUncovered(data, state),
  });
}

function travel(data: ViewData, state: ViewState): string {
  const total = data.totals.get(state.ats ?? '');
  const known = total && isKnown(total) ? total : null;
  return travelHeadline({
    ats: state.ats,
    beyond: known?.residenti_oltre_limite ?? null,
    percent: known?.quota_oltre_limite_pct ?? null,
    isBound: known?.elenco_incompleto === true,
    excluded: excludedOf(data, state).residents,
  });
}

function measure(data: MeasureData, state: ViewState): string {
  const items = [...itemsOf(data, state).values()].filter((item) => isInScope(state, item));
  const values = items.flatMap(({ name, value }) => (value === null ? [] : [{ name, value }]));
  const [first] = values;
  const end = (isBeyond: (a: number, b: number) => boolean) => {
    if (!first) return null;
    const { name, value } = values.reduce((best, each) => (isBeyond(each.value, best.value) ? each : best), first);
    return { name, figure: measureFigure(data.measure, value) };
  };
  return measureHeadline({
    ats: state.ats,
    title: measureTitle(data.measure, data.unit),
    least: end((a, b) => a < b),
    most: end((a, b) => a > b),
    without: items.length - values.length,
  });
}

function open({ rows, doors }: OpenData, { otherHours }: ViewData, state: ViewState): string {
  if (otherHours?.problem) return otherHours.problem;
  const mine = [...rows.values()].filter((row) => isInScope(state, row));
  const counts = countReaches(mine);
  const moment = otherHours ? `${otherHours.name}, ${momentWords(state)}` : momentWords(state);
  return openHeadline({
    moment: moment.charAt(0).toUpperCase() + moment.slice(1),
    ats: state.ats,
    open: doors.open,
    uncertain: doors.undeclared.length + doors.unread.length + doors.partial.length,
    residents: mine.filter(isKnown).reduce((sum, row) => sum + (row.residenti ?? 0), 0),
    within: counts.entro.residents,
    perhaps: counts.forse.residents,
    isBound: mine.some((row) => row.elenco_incompleto),
    today: otherHours ? shareWithin(otherHours.today.open, state) : null,
  });
}

/** The share of those counted who reach an open door for certain; null where nothing is known of anyone. */
function shareWithin(open: OpenData | null, state: ViewState): number | null {
  const known = [...(open?.rows.values() ?? [])].filter((row) => isInScope(state, row) && isKnown(row));
  const all = known.reduce((sum, row) => sum + (row.residenti ?? 0), 0);
  return all === 0 ? null : (100 * countReaches(known).entro.residents) / all;
}

function findings(
  rows: { regola: string; esito: Parameters<typeof isWanted>[0]['esito']; ats: string }[],
  state: ViewState,
): string {
  const mine = rows.filter((row) => isWanted(row, { ...state, outcome: null }));
  const counts = countByOutcome(mine);
  return findingHeadline({
    ats: state.ats,
    rule: state.rule,
    all: mine.length,
    wrong: counts.non_conforme,
    undeclared: counts.non_dichiarato,
  });
}

function fragility(rows: { ats: string | null; unita_perse: number }[], state: ViewState): string {
  const mine = rows.filter((row) => isInScope(state, row));
  return fragilityHeadline({
    ats: state.ats,
    sites: mine.length,
    alone: mine.filter((row) => row.unita_perse > 0).length,
  });
}

function projects(rows: readonly NetworkRow[], state: ViewState): string {
  const mine = rows.filter((row) => row.in_corso && isInScope(state, row));
  return projectHeadline({
    ats: state.ats,
    networks: mine.length,
    hubs: mine.reduce((sum, row) => sum + row.hub, 0),
    spokes: mine.reduce((sum, row) => sum + row.spoke, 0),
    undated: mine.filter((row) => row.start_date === null).length,
  });
}

const resources = (rows: BudgetRow[], state: ViewState): string =>
  resourceHeadline({ ats: state.ats, ...totalOf(rows.filter((row) => isInScope(state, row))) });

function trialSentence(data: ViewData, state: ViewState): string {
  const { trial } = data;
  if (trial?.by === 'proposte' && !trial.answer) return trial.problem || SEEKING;
  if (trial?.by === 'altro' && !trial.answer) return otherPending(trial.problem, data, state);
  if (!trial || (trial.by === 'prova' && trial.changes.length === 0)) return NO_TRIAL;
  if (!trial.answer) return trialPending(trial.changes.length);
  if (data.measure && trial.measure)
    return measureChangeHeadline(
      data.measure.measure,
      todayAnd(trial.name),
      countShifts(data.measure, trial.measure, state),
    );
  return trialHeadline(trial.answer).replace(/\.$/, '');
}

const otherPending = (problem: string, { provenance }: ViewData, { other }: ViewState): string =>
  problem || (differs(other, provenance.sedi.name) ? OTHER_WORDS.pending : OTHER_WORDS.missing);
