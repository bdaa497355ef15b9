import { ownAts } from '../api/account';
import { rowsOf } from '../api/apiClient';
import type { ComuneRow } from '../api/rows';
import { levelsOf } from '../domain/levels';
import { el } from '../drawing/dom';
import { isCompared } from '../state/comparison';
import type { ViewData } from '../state/viewData';
import { type Change, COUNTING, hasOwnProposals, type ViewState } from '../state/viewState';
import { atsWords } from '../text/atsNames';
import { CONTROL } from '../text/controlWords';
import { LABEL } from '../text/labels';
import { STATISTIC_WORDS, STATISTICS, type Statistic, type Theme } from '../text/viewWords';
import { COUNTED, COUNTED_WORDS, type Counted, LEVEL_WORDS, setWords, WHOLE_REGION } from '../text/words';
import { CompareControls } from './compareControls';
import { LayerControls } from './layerControls';
import { MeasureControls } from './misure/measureControls';
import { NeedControls } from './needControls';
import { HourControls } from './orari/hourControls';
import { ProposalControls } from './proposte/proposalControls';
import { FindingControls } from './rilievi/findingControls';
import { check, field, options } from './shared/fields';
import { ThemeTabs } from './themeTabs';

/** Views that draw the sedi their own way. */
const OWN_POINTS: readonly Theme[] = ['rilievi', 'orari', 'fragilita'];

/** Choices above the map. They are built once; `show` only sets their values, so that the focus stays. */
export class Controls {
  private readonly themes: ThemeTabs;
  private readonly level = el('select', { id: 'livello' });
  private readonly ats = el('select', { id: 'ats' });
  private readonly sedi = el('select', { id: 'sedi' });
  private readonly count = el('select', { id: 'conta' });
  private readonly need: NeedControls;
  private readonly countField = field(CONTROL.count, this.count);
  private readonly statistic = el('select', { id: 'valore' });
  private readonly levelField = field(LABEL.level, this.level);
  private readonly statisticField: HTMLElement;
  private readonly sites = el('input', {
    type: 'checkbox',
    id: 'mostra-sedi',
    'aria-label': CONTROL.sediOnMap,
  });
  private readonly suggestions = el('input', {
    type: 'checkbox',
    id: 'mostra-proposte',
    'aria-label': CONTROL.proposalsOnMap,
  });
  private readonly sitesField: HTMLElement;
  private readonly suggestionsField: HTMLElement;
  private readonly layers: LayerControls;
  private readonly compare: CompareControls;
  private readonly own: { fields: HTMLElement[]; show(state: ViewState, comuni: readonly ComuneRow[]): void }[];

  /** @param own Where the choices stand that only one view has. */
  constructor(form: HTMLFormElement, own: HTMLFormElement, markers: HTMLElement, change: Change) {
    for (const each of [form, own]) each.addEventListener('submit', (event) => event.preventDefault());
    this.themes = new ThemeTabs((theme) => change({ theme, selection: null }));
    options(
      this.statistic,
      STATISTICS.map((statistic) => [statistic, STATISTIC_WORDS[statistic]]),
    );
    this.level.addEventListener('change', () =>
      change({ level: this.level.value as ViewState['level'], selection: null }),
    );
    this.ats.addEventListener('change', () => change({ ats: this.ats.value || null }));
    this.sedi.addEventListener('change', () => change({ sedi: this.sedi.value || null }));
    this.statistic.addEventListener('change', () => change({ statistic: this.statistic.value as Statistic }));
    this.need = new NeedControls(change);
    this.count.addEventListener('change', () => change({ count: this.count.value as Counted, selection: null }));
    this.sites.addEventListener('change', () => change({ showSites: this.sites.checked }));
    this.suggestions.addEventListener('change', () => change({ showSuggestions: this.suggestions.checked }));
    this.statisticField = field(LABEL.value, this.statistic);
    this.sitesField = check(this.sites, LABEL.sedi);
    this.suggestionsField = check(this.suggestions, LABEL.proposals);
    this.compare = new CompareControls(change);
    this.own = [
      new ProposalControls(change),
      new FindingControls(change),
      new MeasureControls(change),
      new HourControls(change),
    ];
    // Until the first state is shown, no choice that only one view has.
    const fields = this.own.flatMap((controls) => controls.fields);
    for (const each of [this.statisticField, ...this.need.fields, this.countField, ...fields, ...this.compare.fields])
      each.hidden = true;
    form.append(
      this.themes.element(),
      el(
        'div',
        { class: 'shared-fields' },
        this.levelField,
        field(LEVEL_WORDS.ats.one, this.ats),
        field(LABEL.sedi, this.sedi),
      ),
    );
    own.append(this.statisticField, ...fields, ...this.need.fields, this.countField, ...this.compare.fields);
    markers.append(el('legend', { class: 'visually-hidden' }, CONTROL.onMap), this.sitesField, this.suggestionsField);
    this.layers = new LayerControls(markers, change);
  }

  show(state: ViewState, data: ViewData): void {
    const sets = data.siteSets;
    // The set behind the answers when the view names none.
    const activeSet = data.provenance.sedi.name;
    this.themes.show(state.theme);
    options(
      this.level,
      levelsOf(state.theme).map((level) => [level, LEVEL_WORDS[level].many]),
    );
    const own = ownAts();
    const ats = (own ?? rowsOf(data.ats).map(({ nome }) => nome)).map((name): [string, string] => [
      name,
      atsWords(name),
    ]);
    ats.sort(([a], [b]) => a.localeCompare(b, 'it'));
    options(this.ats, own ? ats : [['', WHOLE_REGION], ...ats]);
    options(
      this.sedi,
      // An address may name a set that nothing was imported into yet.
      [...new Set([...sets.map((set) => set.insieme), activeSet])].map((name): [string, string] => [
        name,
        setWords(name),
      ]),
    );
    for (const [index, set] of sets.entries()) {
      const option = this.sedi.options[index];
      // A set without sedi answers nothing, unless it is the one in use.
      if (option) option.disabled = set.sedi === 0 && set.insieme !== activeSet;
    }
    this.levelField.hidden = levelsOf(state.theme).length === 1;
    this.level.value = state.level;
    this.ats.value = state.ats ?? '';
    this.sedi.value = state.sedi ?? activeSet;
    // Without an ATS everyone counts.
    this.countField.hidden = state.ats === null || !COUNTING.includes(state.theme);
    options(
      this.count,
      COUNTED.map((counted) => [counted, COUNTED_WORDS[counted]]),
    );
    this.count.value = state.count;
    this.need.show(state);
    this.statistic.value = state.statistic;
    // Compared with another state, of an area the mean alone is known.
    this.statisticField.hidden =
      (isCompared(state) && state.against !== null && state.theme !== 'misure') ||
      (state.theme !== 'tempi' && state.theme !== 'misure') ||
      state.level === 'comune';
    this.sites.checked = state.showSites;
    this.suggestions.checked = state.showSuggestions;
    this.sitesField.hidden = OWN_POINTS.includes(state.theme);
    this.suggestionsField.hidden = hasOwnProposals(state);
    this.layers.show(state, data.hasRoads);
    this.compare.show(state, data);
    for (const controls of this.own) controls.show(state, data.comuni ? rowsOf(data.comuni) : []);
  }
}
