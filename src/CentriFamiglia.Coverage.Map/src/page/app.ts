import { byId } from '../drawing/dom';
import { CoverageMap } from '../map/coverageMap';
import { Controls } from '../panels/controls';
import { showProvenance } from '../panels/provenance';
import { hideProblem } from '../panels/serviceState';
import { fromAddress, toHash } from '../state/permalink';
import type { ViewData } from '../state/viewData';
import { changed, needsAnswers, type ViewState, wantsComuni } from '../state/viewState';
import { AreaTable, rowsWords } from '../table/areaTable';
import { listingFor } from '../table/listings/listingFor';
import { listView } from '../table/listView';
import { Answers } from './answers';
import { listenToFrame } from './frame';
import { sayReached, showParts } from './parts';
import { listenToPrinting, savePicture } from './printing';
import { problemsOn } from './problems';
import { Scene } from './scene';
import { searchLine } from './searching';
import { Sheets } from './sheets';
import { Trial } from './trial';
import { Waiting } from './waiting';

/** The page: one state, one set of answers, and the parts that show them. */
export class App {
  private state: ViewState = fromAddress(location);
  private drawn: { data: ViewData; key: string } | null = null;
  private readonly answers: Answers;
  private readonly controls: Controls;
  private readonly table: AreaTable;
  private readonly map: CoverageMap;
  private readonly scene: Scene;
  private readonly trial: Trial;
  private readonly sheets: Sheets;
  private readonly waiting = new Waiting();
  /** The last state that had its answers. */
  private answered: ViewState | null = null;
  private readonly search = byId<HTMLInputElement>('cerca');

  constructor() {
    this.controls = new Controls(
      byId<HTMLFormElement>('scelte'),
      byId<HTMLFormElement>('scelte-vista'),
      byId('segni'),
      this.change,
    );
    this.table = new AreaTable(byId('righe'), {
      select: (selection) => this.sheets.select(selection, true),
      sort: (sort) => this.change({ sort }),
      page: (page) => {
        this.change({ page });
        this.table.toTop();
      },
      change: this.change,
    });
    this.map = new CoverageMap(byId('mappa-tela'), this.state.camera, {
      pick: (selection) => this.sheets.pick(selection),
      move: (camera, byHand) => {
        if (!this.scene.isPlaced(byHand)) return;
        this.state = { ...this.state, camera };
        history.replaceState(null, '', this.address());
        this.answers.needComuni();
      },
      open: (selection) => this.sheets.select(selection, false),
      reach: (picked, place) => sayReached(picked, this.shown(), place),
    });
    this.scene = new Scene(this.map);
    this.scene.expect(this.state);
    this.trial = new Trial(this.map, this.scene, {
      state: () => this.state,
      data: () => this.answers.data,
      change: this.change,
      render: () => this.render(),
      select: (code) => this.sheets.select({ kind: 'sede', code }, false),
    });
    this.answers = new Answers(() => this.state, {
      busy: (isBusy) => this.waiting.show(isBusy, this.state.theme, this.back()),
      arrived: () => this.arrived(),
      wantsComuni: () => wantsComuni(this.state, this.map.zoom()),
      comuniArrived: async ({ comuni }) => {
        if (comuni) await this.scene.drawComuni(comuni);
        this.trial.isOn ? this.render() : this.sheets.show();
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
    this.sheets = new Sheets(this.table, this.scene, {
      state: () => this.state,
      shown: () => this.shown(),
      change: this.change,
      isochrones: (site) => this.answers.isochrones(site),
      tryOut: this.trial.commit,
    });
    this.listen();
  }

  async start(): Promise<void> {
    await this.answers.load();
    this.answers.watch();
  }

  private listen(): void {
    window.addEventListener('popstate', () => this.follow());
    this.search.value = this.state.search;
    this.search.addEventListener('input', () => this.change({ search: this.search.value }, true));
    byId('chiudi').addEventListener('click', () => this.sheets.close());
    document.addEventListener('keydown', (event) => {
      if (event.key === 'Escape' && this.state.selection) this.sheets.close();
    });
    listenToFrame();
    listenToPrinting(this.map, this.onPaper);
  }

  /** The address was changed by hand or by the browser's back button. */
  private follow(): void {
    this.state = fromAddress(location);
    this.trial.forget();
    this.search.value = this.state.search;
    this.scene.expect(this.state);
    void this.answers.load();
    if (this.state.camera) void this.map.jumpTo(this.state.camera);
  }

  private readonly change = (change: Partial<ViewState>, quietly = false): void => {
    const before = this.state;
    this.state = changed(before, change);
    this.search.value = this.state.search;
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
    hideProblem(byId('problema'));
    document.body.classList.remove('is-stale');
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
    this.trial.show(data);
    this.controls.show(state, data);
    showProvenance(byId('provenienza'), data.provenance, state, () => savePicture(this.map, this.onPaper));
    this.renderRows(data, state);
    this.sheets.show();
  }

  /** What the answers say, with the trial where the view is one. */
  private shown(): ViewData | null {
    const { data } = this.answers;
    return data && this.trial.isOn ? this.trial.view(data) : data;
  }

  private readonly onPaper = () => {
    const data = this.shown();
    return data && { data, state: this.state };
  };

  /** Rows and surfaces are drawn anew only where they differ, so that a selection keeps the focus and costs nothing. */
  private renderRows(data: ViewData, state: ViewState): void {
    const key = JSON.stringify({ ...state, selection: null, camera: null });
    if (this.drawn?.data === data && this.drawn.key === key) return;
    this.drawn = { data, key };
    const listing = listingFor(data, state);
    const view = listView(listing, state);
    showParts(data, state, this.change, rowsWords(view));
    this.table.show(listing, view, state);
    Object.assign(byId('titolo-tabella'), { textContent: listing.caption, title: listing.caption });
    void this.scene.draw(data, state);
  }

  private address = (): string => `${location.pathname}${toHash(this.state)}`;
}
