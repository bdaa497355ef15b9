import { byId } from '../drawing/dom';
import { CoverageMap } from '../map/coverageMap';
import { Controls } from '../panels/controls';
import { showProvenance } from '../panels/provenance';
import { inOwnScope, opening } from '../state/ownScope';
import { toHash } from '../state/permalink';
import type { ViewData } from '../state/viewData';
import { changed, needsAnswers, type ViewState } from '../state/viewState';
import { AreaTable } from '../table/areaTable';
import { languageQuery } from '../text/language';
import { Answers } from './answers';
import { Compared } from './compared';
import { Desk } from './desk';
import { listenToFiles } from './files';
import { Finding } from './finding';
import { askedView, sayForeign } from './foreign';
import { listenToFrame } from './frame';
import { sayReached } from './parts';
import { noProblem, problemsOn } from './problems';
import { Rows } from './rows';
import { Scene } from './scene';
import { searchLine } from './searching';
import { Sheets } from './sheets';
import { Trial } from './trial';
import { Waiting } from './waiting';
import { isWithheld } from './withheld';

/** The page: one state, one set of answers, and the parts that show them. */
export class App {
  private state: ViewState = opening(askedView());
  private readonly answers: Answers;
  private readonly controls: Controls;
  private readonly table: AreaTable;
  private readonly map: CoverageMap;
  private readonly scene: Scene;
  private readonly rows: Rows;
  private readonly trial: Trial;
  private readonly compared: Compared;
  private readonly desk: Desk;
  private readonly sheets: Sheets;
  private readonly finding: Finding;
  private readonly waiting = new Waiting();
  /** The last state that had its answers. */
  private answered: ViewState | null = null;
  private readonly search = byId<HTMLInputElement>('cerca');

  constructor() {
    this.answers = new Answers(() => this.state, {
      busy: (isBusy) => this.waiting.show(isBusy, this.state.theme, this.back()),
      arrived: () => this.arrived(),
      wantsComuni: () => this.scene.wantsComuni(this.state),
      wantsShapes: () => this.scene.wantsShapes(this.state),
      comuniArrived: async (data) => {
        await this.scene.drawComuni(data);
        this.trial.isOn || this.state.theme === 'proposte' ? this.render() : this.sheets.show();
        this.scene.place(this.state, this.answers.data);
      },
      searching: searchLine(() => this.answers),
      named: (state) => this.keep(state),
      ...problemsOn(
        () => this.answers.data !== null,
        () => this.back(),
        this.change,
      ),
    });
    // What the first view needs travels while the map is made.
    this.answers.ask();
    this.controls = new Controls(byId('scelte'), byId('scelte-vista'), byId('segni'), this.change);
    this.table = new AreaTable(byId('righe'), {
      select: (selection) => this.sheets.select(selection, true),
      sort: (sort) => this.change({ sort }),
      page: (page) => {
        this.change({ page });
        this.table.toTop();
      },
      change: this.change,
      elsewhere: (search) => this.finding.elsewhere(search),
      open: (place) => this.finding.go(place),
    });
    this.map = new CoverageMap(byId('mappa-tela'), this.state.camera, {
      pick: (selection) => this.sheets.pick(selection),
      move: (camera, byHand) => {
        if (!this.scene.isPlaced(byHand)) return;
        this.keep({ ...this.state, camera });
        this.answers.needComuni();
      },
      open: (selection) => this.sheets.select(selection, false),
      reach: (picked, place) => sayReached(picked, this.shown(), place),
    });
    this.scene = new Scene(this.map);
    this.rows = new Rows(this.table, this.scene, this.change, (selection) => this.sheets.select(selection, true));
    this.scene.expect(this.state);
    const page = {
      state: () => this.state,
      data: () => this.answers.data,
      shown: () => this.shown(),
      change: this.change,
      render: () => this.render(),
      refresh: () => void this.answers.check(),
    };
    this.desk = new Desk({ ...page, select: (code) => this.sheets.select({ kind: 'proposta', code }, true) });
    this.compared = new Compared(page.state, () => this.answers.source, page.render);
    this.trial = new Trial(this.map, this.scene, {
      ...page,
      rival: () => this.compared.rival,
      select: (code) => this.sheets.select({ kind: 'sede', code }, false),
    });
    this.sheets = new Sheets(this.table, this.scene, {
      state: () => this.state,
      shown: () => this.shown(),
      change: this.change,
      isochrones: (site) => this.answers.isochrones(site),
      tryOut: this.trial.commit,
      decision: this.desk.decision,
    });
    this.finding = new Finding(this.scene, this.sheets, {
      ...page,
      service: () => this.answers.source,
      redraw: () => this.rows.again(() => this.render()),
    });
    window.addEventListener('popstate', () => this.follow());
    this.search.value = this.state.search;
    this.search.addEventListener('input', () => this.change({ search: this.search.value }, true));
    this.sheets.listen();
    listenToFrame();
    listenToFiles(this.map, () => [this.state, this.shown()], this.change, page.refresh);
  }

  async start(): Promise<void> {
    await this.answers.load();
    this.answers.watch();
  }

  /** The address was changed by hand or by the browser's back button. */
  private follow(): void {
    const before = this.state;
    this.state = inOwnScope(askedView());
    this.trial.followed(before.trial, this.state.trial);
    this.search.value = this.state.search;
    this.scene.expect(this.state);
    void this.answers.load();
    if (this.state.camera) void this.map.jumpTo(this.state.camera);
  }

  private readonly change = (change: Partial<ViewState>, quietly = false): void => {
    const before = this.state;
    this.state = inOwnScope(changed(before, change));
    if (change.trial) this.trial.changed(before.trial, this.state.trial);
    this.search.value = this.state.search;
    sayForeign(null);
    history[quietly ? 'replaceState' : 'pushState'](null, '', this.address());
    if (needsAnswers(before, this.state) || this.answers.isRefused) void this.answers.load();
    else this.render();
    this.answers.needComuni();
    if (this.state.ats !== before.ats) this.scene.flyToScope(this.state, this.answers.data);
  };

  /** To what had its answers last, where that was something else. */
  private back(): (() => void) | null {
    const { answered } = this;
    return answered && answered !== this.state ? () => this.change(answered) : null;
  }

  private arrived(): void {
    noProblem();
    this.answered = this.state;
    this.render();
    this.scene.place(this.state, this.answers.data);
  }

  /** The state as the service writes its names; the address follows. */
  private keep(state: ViewState): void {
    this.state = state;
    history.replaceState(null, '', this.address());
  }

  private render(): void {
    const { state } = this;
    const data = this.shown();
    if (!data) return;
    this.controls.show(state, data);
    if (isWithheld(state, this.change)) return;
    this.trial.show(data);
    this.compared.ask(data);
    this.desk.show(data);
    showProvenance(byId('provenienza'), data.provenance);
    this.rows.show(data, state);
    this.sheets.show();
  }

  /** What the answers say, with the trial where the view is one. */
  private shown = (data = this.answers.data): ViewData | null => {
    if (!data) return null;
    if (this.desk.isOn) return this.desk.view(data);
    if (this.trial.isShown) return this.compared.measured(this.trial.view(data));
    return this.compared.isOn ? this.compared.measured(this.compared.view(data)) : data;
  };

  private address = (): string => `${location.pathname}${languageQuery(location.search)}${toHash(this.state)}`;
}
