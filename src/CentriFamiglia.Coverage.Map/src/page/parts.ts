import { rowsOf } from '../api/apiClient';
import { noticesFor } from '../domain/notices';
import { byId } from '../drawing/dom';
import type { Picked } from '../map/features/collection';
import { spoken } from '../map/features/spoken';
import { showBanner } from '../panels/banner';
import { showIndicators } from '../panels/copertura/indicators';
import { scenarioActs } from '../panels/decisioni/scenarioActs';
import { showLegend } from '../panels/legend';
import { showOverview } from '../panels/overview';
import { proposalActs } from '../panels/proposte/proposalActs';
import { showPairs, showTrialIndicators } from '../panels/prova/trialIndicators';
import { showResourceIndicators } from '../panels/risorse/resourceIndicators';
import { explainTerms, explainText } from '../panels/terms';
import { showViewHelp } from '../panels/viewHelp';
import { headlineOf } from '../state/headline';
import { proposalFigures } from '../state/proposalFigures';
import type { ViewData } from '../state/viewData';
import type { Change, Select, ViewState } from '../state/viewState';
import { pageTitle, viewTitle } from '../text/pageWords';
import { NOTHING_STORED, THEME_WORDS } from '../text/viewWords';
import { keepQuiet, sayChanged } from './saying';

/** What stands around the map and the table and says what they show; `rows`, how many lines the table has. */
export function showParts(data: ViewData, state: ViewState, change: Change, select: Select, rows: string): void {
  const statuses = rowsOf(data.areas).map((row) => row.fonte_stato);
  const trial = state.theme === 'prova' ? [{ tag: THEME_WORDS.prova, text: NOTHING_STORED }] : [];
  const notices = [...trial, ...noticesFor(data.provenance, data.areaLevel, statuses)];
  showBanner(byId('avvisi'), notices, data.provenance.warnings);
  const pairs = data.proposals ? proposalFigures(data, data.proposals) : [];
  if (data.trial?.answer) showTrialIndicators(byId('indicatori'), data.trial.answer, data, state);
  // Those of today would stand under another day, or beside what was frozen.
  else if (data.otherHours || data.desk) byId('indicatori').replaceChildren();
  else if (data.resources) showResourceIndicators(byId('indicatori'), data, state);
  else if (pairs.length > 0) showPairs(byId('indicatori'), pairs);
  else showIndicators(byId('indicatori'), data, state);
  explainTerms(byId('indicatori'), 'dt');
  sayHeadline(headlineOf(data, state));
  byId('titolare-azioni').replaceChildren(...proposalActs(data, state, change), ...scenarioActs(state));
  document.title = pageTitle(state.theme, state.ats);
  const title = viewTitle(state.theme, state.ats);
  // A trial says itself what each change brings.
  if (state.theme === 'prova' && state.trial.length > 0) keepQuiet([title]);
  else sayChanged([title, headlineOf(data, state), rows]);
  showViewHelp(byId('aiuto'), state.theme);
  showLegend(byId('legenda'), data, state);
  showOverview(data, state, change, select);
}

/** As long as it says the same, who reads a term in it is not disturbed. */
function sayHeadline(headline: string): void {
  const element = byId('titolare');
  if (element.textContent === headline) return;
  element.textContent = headline;
  explainText(element);
}

/** Says where the keyboard is on the map; with nothing there, why. */
export function sayReached(picked: Picked | null, data: ViewData | null, place: string): void {
  byId('detto').textContent = picked ? spoken(picked, data, place) : place;
}
