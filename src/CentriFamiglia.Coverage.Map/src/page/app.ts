import { rowsOf } from '../api/apiClient';
import type { IsochroneRow } from '../api/rows';
import { byId } from '../drawing/dom';
import { CoverageMap } from '../map/coverageMap';
import { Controls } from '../panels/controls';
import { sheetOf } from '../panels/details';
import { showOverview } from '../panels/overview';
import { showProvenance } from '../panels/provenance';
import { hideProblem, showProblem, showUnknownName } from '../panels/serviceState';
import { fromAddress, toHash } from '../state/permalink';
import type { ViewData } from '../state/viewData';
import { changed, needsAnswers, type Selection, type ViewState } from '../state/viewState';
import { AreaTable } from '../table/areaTable';
import { listingFor } from '../table/listings/listingFor';
import { listView } from '../table/listView';
import { Answers } from './answers';
import { listenToFiles } from './files';
import { isNarrow, listenToFrame, markStale, showPane, showSheet } from './frame';
import { showParts } from './parts';
import { Scene } from './scene';
import { Trial } from './trial';

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
  private readonly search = byId<HTMLInputElement>('cerca');

  constructor() {
    this.controls = new Controls(byId<HTMLFormElement>('scelte'), byId('segni'), (change) => this.change(change));
    this.table = new AreaTable(byId('righe'), {
      select: (selection) => this.select(selection, true),
      sort: (sort) => this.change({ sort }),
      page: (page) => {
        this.change({ page });
        this.table.toTop();
      },
    });
    this.map = new CoverageMap(byId('mappa-tela'), this.state.camera, {
      pick: (selection) => this.select(selection, false),
      move: (camera) => {
        this.state = { ...this.state, camera };
        history.replaceState(null, '', this.address());
      },
    });
    this.scene = new Scene(this.map);
    this.trial = new Trial(this.map, this.scene, {
      state: () => this.state,
      data: () => this.answers.data,
      change: (change) => this.change(change),
      render: () => this.render(),
      select: (code) => this.select({ kind: 'sede', code }, false),
    });
    this.answers = new Answers(() => this.state, {
      busy: (isBusy) => document.body.classList.toggle('is-loading', isBusy),
      arrived: () => this.arrived(),
      comuniArrived: async ({ comuni }) => {
        if (comuni) await this.scene.drawComuni(comuni);
        this.trial.isOn ? this.render() : this.showSelection();
      },
      curveArrived: (data) => showOverview(data, this.state, (change) => this.change(change)),
      named: (state) => this.keep(state),
      refused: (error) =>
        showUnknownName(byId('problema'), error, markStale(this.answers.data !== null), (change) =>
          this.change(change),
        ),
      failed: (error, seconds, retry) =>
        showProblem(byId('problema'), error, seconds, markStale(this.answers.data !== null), retry),
    });
    this.listen();
    listenToFiles(this.map, () => [this.state, this.shown()], this.change);
  }

  async start(): Promise<void> {
    this.showPane();
    await this.answers.load();
    this.scene.flyToStart(this.state, this.answers.data);
    this.answers.watch();
  }

  private listen(): void {
    window.addEventListener('popstate', () => this.follow());
    this.search.value = this.state.search;
    this.search.addEventListener('input', () => this.change({ search: this.search.value }, true));
    byId('chiudi').addEventListener('click', () => this.close());
    document.addEventListener('keydown', (event) => {
      if (event.key === 'Escape' && this.state.selection) this.close();
    });
    listenToFrame((pane) => this.change({ pane }, true));
  }

  /** The address was changed by hand or by the browser's back button. */
  private follow(): void {
    this.state = { ...fromAddress(location), pane: this.state.pane };
    this.trial.forget();
    this.search.value = this.state.search;
    void this.answers.load();
    if (this.state.camera) void this.map.jumpTo(this.state.camera);
  }

  private change = (change: Partial<ViewState>, quietly = false): void => {
    const before = this.state;
    this.state = changed(before, change);
    history[quietly ? 'replaceState' : 'pushState'](null, '', this.address());
    if (needsAnswers(before, this.state) || this.answers.isRefused) void this.answers.load();
    else this.render();
    if (this.state.ats !== before.ats) this.scene.flyToScope(this.state, this.answers.data);
    if (this.state.pane !== before.pane) this.showPane();
  };

  private arrived(): void {
    hideProblem(byId('problema'));
    document.body.classList.remove('is-stale');
    this.render();
  }

  /** The state as the service writes its names; the address follows. */
  private keep(state: ViewState): void {
    this.state = { ...state, pane: this.state.pane };
    history.replaceState(null, '', this.address());
  }

  private render(): void {
    const { state } = this;
    const data = this.shown();
    if (!data) return;
    this.trial.show(data);
    const atsNames = rowsOf(data.ats).map((row) => row.nome);
    this.controls.show(state, atsNames, data.siteSets, data.provenance.sedi.name);
    showProvenance(byId('provenienza'), data.provenance);
    this.renderRows(data, state);
    this.showSelection();
  }

  /** What the answers say, with the trial where the view is one. */
  private shown = (data = this.answers.data): ViewData | null =>
    data && this.trial.isOn ? this.trial.view(data) : data;

  /** Rows and surfaces are drawn anew only where they differ, so that a selection keeps the focus and costs nothing. */
  private renderRows(data: ViewData, state: ViewState): void {
    const key = JSON.stringify({ ...state, selection: null, camera: null, pane: null });
    if (this.drawn?.data === data && this.drawn.key === key) return;
    this.drawn = { data, key };
    showParts(data, state, (change) => this.change(change));
    const listing = listingFor(data, state);
    this.table.show(listing, listView(listing, state), state.selection);
    byId('titolo-tabella').textContent = listing.caption;
    void this.scene.draw(data, state);
  }

  private select(selection: Selection | null, fly: boolean): void {
    if (!selection) {
      if (this.state.selection) this.close();
      return;
    }
    const fromSheet = byId('scheda').contains(document.activeElement);
    this.change({ selection, pane: 'scheda' });
    this.table.reveal(selection);
    // Where the sheet takes the place of what was clicked, the focus goes with it.
    if (fromSheet || isNarrow()) byId('scheda-contenuto').focus({ preventScroll: true });
    if (fly) this.scene.flyToSelection(this.state, this.answers.data);
  }

  private close(): void {
    const { selection } = this.state;
    this.change({ selection: null, pane: this.state.pane === 'scheda' ? 'tabella' : this.state.pane });
    if (selection) this.table.focus(selection);
  }

  private showSelection(): void {
    const { selection } = this.state;
    const data = this.shown();
    const content = sheetOf(selection, data, {
      select: (other) => this.select(other, true),
      draw: (site) => this.drawIsochrones(site),
      tryOut: this.trial.commit,
    });
    showSheet(content);
    this.table.mark(selection);
    this.scene.focus(content && selection, data);
  }

  private async drawIsochrones(site: string): Promise<IsochroneRow[]> {
    const answer = await this.answers.isochrones(site);
    return rowsOf(this.state.selection?.code === site ? await this.scene.drawIsochrones(site, answer) : answer);
  }

  private showPane(): void {
    showPane(this.state.pane);
    this.map.resize();
  }

  private address = (): string => `${location.pathname}${toHash(this.state)}`;
}
