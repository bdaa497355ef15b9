import { readTrialFile, type Spot, type TrialChange, withPlace, withSpoke } from '../domain/trial';
import { headline } from '../domain/trialWords';
import { byId } from '../drawing/dom';
import type { CoverageMap } from '../map/coverageMap';
import { type TrialActions, TrialPanel } from '../panels/prova/trialPanel';
import { isCompared } from '../state/comparison';
import { Kept } from '../state/kept';
import { NO_HISTORY, recorded, redone, stepsOf, type TrialHistory, undone } from '../state/trialHistory';
import { networkFor, withTrial } from '../state/trialView';
import type { RivalData, ViewData } from '../state/viewData';
import type { Change, ViewState } from '../state/viewState';
import { weighedIn } from '../state/weighed';
import { TRIAL_TOOLS } from '../text/trialWords';
import { showMap } from './frame';
import type { Scene } from './scene';
import { TrialAnswers } from './trialAnswers';
import { listenToKeys, noTrialIn, saveTrial } from './trialTools';

/** What the trial needs of the page. */
interface TrialHost {
  state(): ViewState;
  /** As the store has it; null until it has come. */
  data(): ViewData | null;
  change: Change;
  /** What the program would do in its place; null where it is not asked. */
  rival(): RivalData | null;
  /** The trial has another answer. */
  render(): void;
  select(site: string): void;
}

/** The trial by hand: its changes, back and forth, the hand that drags. Nothing of it is stored but in the link. */
export class Trial {
  /** The changes while a sede is dragged. */
  private draft: TrialChange[] | null = null;
  private history: TrialHistory = NO_HISTORY;
  /** The last that was made here. */
  private own: readonly TrialChange[] | null = null;
  private isPointing = false;
  /** Said together with what the change does, when that is known. */
  private toSay = '';
  private readonly views = new Kept<ViewData>();
  private readonly actions: TrialActions;
  private readonly panel: TrialPanel;
  private readonly answers = new TrialAnswers((answer, asked) => {
    if (answer && asked?.withFindings && this.toSay) {
      byId('detto').textContent = `${this.toSay}. ${headline(answer)}`;
      this.toSay = '';
    }
    if (this.isShown) this.host.render();
  });

  constructor(
    private readonly map: CoverageMap,
    private readonly scene: Scene,
    private readonly host: TrialHost,
  ) {
    this.actions = this.makeActions();
    this.panel = new TrialPanel(byId('prova'), this.actions);
    map.setHand({
      isOn: () => this.isOn,
      drag: (site, lon, lat) => this.drag(site, lon, lat),
      drop: (site, lon, lat) => this.commit(withPlace(host.state().trial, site, { lon, lat }), TRIAL_TOOLS.dropped),
      cancel: () => {
        this.draft = null;
        host.render();
      },
      point: (lon, lat) => {
        this.setPointing(false);
        this.add({ lon, lat });
      },
    });
    const stop = () => this.setPointing(false);
    listenToKeys(() => this.isOn, stop, this.actions);
  }

  /** Whether sedi are tried by hand. */
  get isOn(): boolean {
    return this.host.state().theme === 'prova';
  }

  /** Whether the view is with the trial. */
  get isShown(): boolean {
    const state = this.host.state();
    return this.isOn || (isCompared(state) && state.against === 'prova');
  }

  commit = (trial: readonly TrialChange[], said: string): void => {
    this.history = recorded(this.history, this.host.state().trial);
    this.go(trial, said);
  };

  /** The view with the trial; the same object as long as nothing of it changes. */
  view(base: ViewData): ViewData {
    const { last } = this.answers;
    const changes = this.changes();
    const rival = this.host.rival();
    return this.views.of([base, base.comuni, base.comuneShapes, last, rival, JSON.stringify(changes)], () =>
      withTrial(base, changes, last, 'prova', rival),
    );
  }

  /** Shows the panel, and asks for what it does not know yet. */
  show(view: ViewData): void {
    const state = this.host.state();
    byId('prova').hidden = !this.isOn;
    if (!this.isOn) this.setPointing(false);
    if (!view.trial || !this.isShown) return;
    this.ask(state, this.draft === null);
    if (!this.isOn) return;
    this.panel.show(view, state, view.trial, {
      isPointing: this.isPointing,
      ...stepsOf(this.history),
      problem: this.answers.problem,
    });
  }

  /** The changes may be others by a link, or by the browser's own back: those before can be had back all the same. */
  followed(before: readonly TrialChange[], trial: readonly TrialChange[]): void {
    if (JSON.stringify(before) !== JSON.stringify(trial)) this.history = recorded(this.history, before);
    this.draft = null;
  }

  private drag(site: string, lon: number, lat: number): void {
    const base = this.host.data();
    if (!base) return;
    const state = this.host.state();
    this.draft = withPlace(state.trial, site, { lon, lat });
    this.scene.drawSites(this.view(base), state);
    this.ask(state, false);
  }

  /** The changes are others: where they came from elsewhere, a file or the proposals, those before can be had back. */
  changed(before: readonly TrialChange[], trial: readonly TrialChange[]): void {
    if (trial !== this.own) this.history = recorded(this.history, before);
  }

  private go(trial: readonly TrialChange[], said: string): void {
    this.toSay = said;
    this.draft = null;
    this.own = trial;
    this.host.change({ trial });
  }

  private add(spot: Spot): void {
    const base = this.host.data();
    if (!base) return;
    const view = this.view(base);
    const known = view.sites.features.map((f) => f.properties.site_id);
    const { trial, id } = withSpoke(this.host.state().trial, known, spot, networkFor(view, spot));
    this.commit(trial, TRIAL_TOOLS.added(id));
    this.host.select(id);
  }

  private makeActions(): TrialActions {
    return {
      commit: this.commit,
      undo: () => this.step(undone(this.history, this.host.state().trial), TRIAL_TOOLS.undone),
      redo: () => this.step(redone(this.history, this.host.state().trial), TRIAL_TOOLS.redone),
      change: (change) => this.host.change(change),
      point: () => {
        this.setPointing(!this.isPointing);
        if (this.isPointing) showMap();
      },
      addIn: (comune) => this.add({ pro_com_t: comune }),
      save: () => saveTrial(this.host.state().trial),
      load: (file) => void this.load(file),
      select: (site) => this.host.select(site),
    };
  }

  private step(next: ReturnType<typeof undone>, said: string): void {
    if (!next) return;
    this.history = next.history;
    this.go(next.trial, said);
  }

  private setPointing(isPointing: boolean): void {
    if (this.isPointing === isPointing) return;
    this.isPointing = isPointing;
    this.map.setPointing(isPointing);
    if (this.isOn) this.host.render();
  }

  private changes = (): readonly TrialChange[] => this.draft ?? this.host.state().trial;

  private ask(state: ViewState, withFindings: boolean): void {
    const { sedi, ats } = state;
    const snapshot = this.host.data()?.provenance.snapshot;
    this.answers.ask({ changes: this.changes(), sedi, ats, demand: weighedIn(state), withFindings, snapshot });
  }

  private async load(file: File): Promise<void> {
    const trial = readTrialFile(await file.text());
    if (trial) this.commit(trial, TRIAL_TOOLS.loaded(file.name));
    else this.answers.problem = noTrialIn(file.name);
    this.host.render();
  }
}
