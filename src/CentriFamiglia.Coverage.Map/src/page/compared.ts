import type { Shapes } from '../api/apiClient';
import { CoverageData } from '../api/coverageData';
import { differs, type OtherState } from '../api/otherState';
import { oneOfOwn } from '../api/ownRows';
import type { SiteRow } from '../api/rows';
import { askOther, type TrialAnswer } from '../api/trialRows';
import { isCompared, otherName, rivalQuery } from '../state/comparison';
import { Kept } from '../state/kept';
import { loadHours } from '../state/loadViewData';
import type { MeasureData } from '../state/measureData';
import { otherMeasure } from '../state/otherMeasure';
import { otherService } from '../state/service';
import { withTrial } from '../state/trialView';
import type { RivalData, ViewData } from '../state/viewData';
import type { ViewState } from '../state/viewState';
import { weighedIn } from '../state/weighed';
import { OTHER_WORDS } from '../text/otherWords';
import { Asking } from './asking';
import { Program } from './program';

/** Today beside another state: what the program proposes, another day, set or rules; and in the trial the proposals as its rival. */
export class Compared {
  private readonly program: Program;
  private readonly other: Asking<{ answer: TrialAnswer; sites: Shapes<SiteRow> }>;
  private readonly measure: Asking<MeasureData>;
  private readonly hours: Asking<Pick<ViewData, 'open' | 'week' | 'sites'>>;
  private readonly views = new Kept<ViewData>();
  private readonly measures = new Kept<ViewData>();

  constructor(
    private readonly state: () => ViewState,
    private readonly service: () => CoverageData,
    told: () => void,
  ) {
    this.program = new Program(told);
    this.other = new Asking('other', OTHER_WORDS.failed, told);
    this.measure = new Asking('measure', OTHER_WORDS.failed, told);
    this.hours = new Asking('hours', OTHER_WORDS.failed, told);
  }

  get isOn(): boolean {
    const state = this.state();
    if (state.theme === 'orari') return state.against === 'altro';
    return isCompared(state) && (state.against === 'proposte' || state.against === 'altro');
  }

  /** Of the trial; null where the program is not asked. */
  get rival(): RivalData | null {
    return this.program.found;
  }

  /** The view with the other state; the same object as long as nothing of it changes. */
  view(base: ViewData): ViewData {
    const { against, other, theme } = this.state();
    if (theme === 'orari') return this.withHours(base, other);
    const { found } = this.program;
    const { found: second, problem } = this.other;
    return this.views.of([base, base.comuni, base.comuneShapes, against, other, found, second, problem], () => {
      if (against !== 'altro') return withTrial(base, found?.changes ?? [], found?.answer ?? null, 'proposte', found);
      const view = withTrial(base, [], second?.answer ?? null, 'altro');
      const trial = view.trial && { ...view.trial, name: otherName(other), problem };
      return { ...view, sites: second?.sites ?? base.sites, trial };
    });
  }

  private withHours(base: ViewData, other: OtherState): ViewData {
    const { found, problem } = this.hours;
    if (!found && problem === '') return base;
    return this.views.of([base, base.comuni, base.comuneShapes, other, found, problem], () => ({
      ...base,
      ...found,
      otherHours: { name: otherName(other), today: base, problem },
    }));
  }

  /** The same with what the measure of the view is in the other state. */
  measured(view: ViewData): ViewData {
    const { found } = this.measure;
    const { trial } = view;
    if (!view.measure || !trial || !found) return view;
    return this.measures.of([view, found], () => ({ ...view, trial: { ...trial, measure: found } }));
  }

  /** Asks for what a view compares with, or for nothing. */
  ask(view: ViewData): void {
    const state = this.state();
    const today = view.otherHours?.today ?? view.trial?.today ?? view;
    this.program.want(rivalQuery(view, state), today, state, this.service());
    this.askOther(today, state);
    this.askMeasure(view, today, state);
    this.askHours(today, state);
  }

  private askHours({ provenance }: ViewData, state: ViewState): void {
    const { theme, against, other, sedi, ats, day, minute } = state;
    const isWanted = theme === 'orari' && against === 'altro' && differs(other, provenance.sedi.name);
    const key = JSON.stringify([other, sedi, ats, day, minute, weighedIn(state), provenance.snapshot]);
    this.hours.want(isWanted ? key : null, () => loadHours(state, otherService(state)));
  }

  private askOther({ provenance }: ViewData, state: ViewState): void {
    const { other, sedi, ats } = state;
    const isWanted = isCompared(state) && state.against === 'altro' && differs(other, provenance.sedi.name);
    this.other.want(
      isWanted ? JSON.stringify([other, sedi, ats, weighedIn(state), provenance.snapshot]) : null,
      async () => {
        const second = new CoverageData(other.sedi ?? sedi, { data: other.date }, 'residenti', ats);
        const [answer, sites] = await Promise.all([
          askOther(other, { sedi, ats, demand: weighedIn(state) }),
          second.sites(),
        ]);
        return { answer, sites };
      },
    );
  }

  private askMeasure({ trial }: ViewData, { provenance }: ViewData, state: ViewState): void {
    const ask = trial && otherMeasure(trial, state);
    const { measure, level, sedi, ats, other, against } = state;
    const key = [
      measure,
      level,
      sedi,
      oneOfOwn(ats),
      other,
      against,
      trial?.changes,
      weighedIn(state),
      provenance.snapshot,
    ];
    if (ask) this.measure.want(JSON.stringify(key), ask);
    else this.measure.want(null, null);
  }
}
