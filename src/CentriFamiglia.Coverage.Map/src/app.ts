import type { Geometry } from 'geojson';
import { ApiProblem } from './api/apiClient';
import { CoverageData } from './api/coverageData';
import { findingCode } from './api/findingRows';
import { snapshotOf } from './api/provenance';
import type { IsochroneRow } from './api/rows';
import { byId } from './dom';
import { ISOCHRONES } from './domain/isochrones';
import { levelFor } from './domain/levels';
import { noticesFor } from './domain/notices';
import { CoverageMap, REGION_BOUNDS } from './map/coverageMap';
import { boundsOf } from './map/geometry';
import {
  areaNames,
  comuneNames,
  isochroneSurfaces,
  ownPoints,
  siteMarkers,
  suggestionMarkers,
  surfaces,
} from './map/mapFeatures';
import { EMPTY } from './map/mapLayers';
import { showBanner } from './panels/banner';
import { Controls } from './panels/controls';
import { detailsOf } from './panels/details';
import { showIndicators } from './panels/indicators';
import { showLegend } from './panels/legend';
import { showOverview } from './panels/overview';
import { showProvenance } from './panels/provenance';
import { hideProblem, showProblem } from './panels/serviceState';
import { fromHash, toHash } from './state/permalink';
import { loadViewData, rowsOf, SnapshotChanged, suggestionCode, type ViewData } from './state/viewData';
import { changed, needsAnswers, type Pane, proposalQuery, type Selection, type ViewState } from './state/viewState';
import { AreaTable } from './table/areaTable';
import { listingFor } from './table/columns';
import { listView } from './table/listView';

const RETRY_SECONDS = 5;
const CHECK_EVERY_MS = 60_000;
/** Width of the sheet that lies over the map, in CSS pixels. */
const SHEET_WIDTH = 340;

/** The page: one state, one set of answers, and the parts that show them. */
export class App {
  private state: ViewState = fromHash(location.hash);
  private service = new CoverageData(this.state.sedi);
  private data: ViewData | null = null;
  private retryTimer: ReturnType<typeof setTimeout> | undefined;
  private loading = 0;
  private shownComuni: ViewData['comuni'] = null;
  /** The sede whose isochrones are on the map. */
  private isochronesOf: string | null = null;
  private drawn: { data: ViewData; key: string } | null = null;
  private readonly controls: Controls;
  private readonly table: AreaTable;
  private readonly map: CoverageMap;
  private readonly search = byId<HTMLInputElement>('cerca');
  private readonly legend = byId<HTMLDetailsElement>('legenda-riquadro');

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
    this.listen();
  }

  async start(): Promise<void> {
    this.showPane();
    await this.load();
    if (this.state.camera === null && this.state.selection) this.flyToSelection();
    else if (this.state.camera === null && this.state.ats) this.fitScope();
    setInterval(() => this.checkSnapshot(), CHECK_EVERY_MS);
  }

  private listen(): void {
    window.addEventListener('popstate', () => this.follow());
    document.addEventListener('visibilitychange', () => {
      if (document.visibilityState === 'visible') this.checkSnapshot();
    });
    this.search.value = this.state.search;
    this.search.addEventListener('input', () => this.change({ search: this.search.value }, true));
    byId('chiudi').addEventListener('click', () => this.close());
    document.addEventListener('keydown', (event) => {
      if (event.key === 'Escape' && this.state.selection) this.close();
    });
    byId('stampa').addEventListener('click', () => window.print());
    // On paper the legend is open, and the permalink tells where the sheet came from.
    window.addEventListener('beforeprint', () => {
      this.legend.open = true;
      byId('indirizzo').textContent = location.href;
    });
    byId('collegamento').addEventListener('click', () => this.copyLink());
    for (const button of document.querySelectorAll<HTMLElement>('button[data-pane]')) {
      button.addEventListener('click', () => this.change({ pane: button.dataset['pane'] as Pane }, true));
    }
  }

  /** The address was changed by hand or by the browser's back button. */
  private follow(): void {
    const before = this.state;
    this.state = { ...fromHash(location.hash), pane: before.pane };
    this.search.value = this.state.search;
    if (this.state.sedi !== before.sedi) this.service = new CoverageData(this.state.sedi);
    void this.load();
    if (this.state.camera) void this.map.jumpTo(this.state.camera);
  }

  private change(change: Partial<ViewState>, quietly = false): void {
    const before = this.state;
    this.state = changed(before, change);
    if (quietly) history.replaceState(null, '', this.address());
    else history.pushState(null, '', this.address());
    if (this.state.sedi !== before.sedi) this.service = new CoverageData(this.state.sedi);
    if (needsAnswers(before, this.state)) void this.load();
    else this.render();
    if (this.state.ats !== before.ats) this.fitScope();
    if (this.state.pane !== before.pane) this.showPane();
  }

  private async load(): Promise<void> {
    const turn = ++this.loading;
    clearTimeout(this.retryTimer);
    document.body.classList.add('is-loading');
    try {
      const data = await loadViewData(this.state, this.service);
      if (turn !== this.loading) return;
      this.data = data;
      hideProblem(byId('problema'));
      document.body.classList.remove('is-stale');
      this.render();
      void this.loadComuni();
      void this.loadCurve();
    } catch (error) {
      if (turn !== this.loading) return;
      if (error instanceof SnapshotChanged) {
        this.service = new CoverageData(this.state.sedi);
        this.retryTimer = setTimeout(() => void this.load(), 200);
        return;
      }
      this.fail(error);
    } finally {
      if (turn === this.loading) document.body.classList.remove('is-loading');
    }
  }

  /** Keeps what is shown, marks it as not current, and asks again. */
  private fail(error: unknown): void {
    const seconds = (error instanceof ApiProblem ? error.retryAfterSeconds : null) ?? RETRY_SECONDS;
    const retry = () => void this.load();
    document.body.classList.toggle('is-stale', this.data !== null);
    showProblem(byId('problema'), error, seconds, this.data !== null, retry);
    this.retryTimer = setTimeout(retry, seconds * 1000);
  }

  /** The comuni are the heaviest answer: they come after the first view, for borders, names and sheets. */
  private async loadComuni(): Promise<void> {
    const service = this.service;
    const data = this.data;
    try {
      const comuni = await service.comuni();
      if (this.data !== data || !data) return;
      data.comuni = comuni;
      if (this.shownComuni !== comuni) {
        this.shownComuni = comuni;
        await this.map.show('comuni', comuni);
        await this.map.show('comuniLabels', comuneNames(comuni));
      }
      this.showSelection();
    } catch (error) {
      if (this.data === data) this.fail(error);
    }
  }

  /** The curve takes as many searches as it has points: it comes after the proposals. */
  private async loadCurve(): Promise<void> {
    const { data, service, state } = this;
    if (!data?.proposals) return;
    try {
      const curve = await service.curve(proposalQuery(state));
      if (this.data !== data) return;
      data.proposals.curve = curve.rows;
      showOverview(data, this.state, (change) => this.change(change));
    } catch (error) {
      if (this.data === data) this.fail(error);
    }
  }

  /** Asks whether the store has changed since, and whether the service still answers. */
  private async checkSnapshot(): Promise<void> {
    if (!this.data) return;
    const fresh = new CoverageData(this.state.sedi);
    try {
      const region = await fresh.gaps('regione');
      if (snapshotOf(region.meta) === this.data.provenance.snapshot) return;
      this.service = fresh;
      await this.load();
    } catch (error) {
      this.fail(error);
    }
  }

  private render(): void {
    const { data, state } = this;
    if (!data) return;
    const atsNames = rowsOf(data.ats)
      .map((row) => row.nome)
      .sort((a, b) => a.localeCompare(b, 'it'));
    this.controls.show(state, atsNames, data.siteSets, data.provenance.sedi.name);
    showProvenance(byId('provenienza'), data.provenance, state);
    this.renderRows(data, state);
    this.showSelection();
  }

  /** Rows and surfaces are drawn anew only where they differ, so that a selection keeps the focus and costs nothing. */
  private renderRows(data: ViewData, state: ViewState): void {
    const key = JSON.stringify({ ...state, selection: null, camera: null, pane: null });
    if (this.drawn?.data === data && this.drawn.key === key) return;
    this.drawn = { data, key };
    const statuses = rowsOf(data.areas).map((row) => row.fonte_stato);
    showBanner(byId('avvisi'), noticesFor(data.provenance, data.areaLevel, statuses), data.provenance.warnings);
    showIndicators(byId('indicatori'), data, state);
    showLegend(byId('legenda'), data, state);
    showOverview(data, state, (change) => this.change(change));
    const listing = listingFor(data, state);
    this.table.show(listing, listView(listing, state), state.selection);
    byId('titolo-tabella').textContent = listing.caption;
    document.body.dataset['map'] = 'drawing';
    void this.drawMap(data, state);
  }

  private async drawMap(data: ViewData, state: ViewState): Promise<void> {
    const points = ownPoints(data, state);
    await Promise.all([
      this.map.show('ats', data.ats),
      this.map.show('areas', surfaces(data, state)),
      this.map.show('areaLabels', areaNames(data.areas, data.areaLevel)),
      this.map.show('sites', siteMarkers(data, state)),
      this.map.show('suggestions', suggestionMarkers(data, state)),
      this.map.show('points', points ?? EMPTY),
      this.map.setVisible('sites', state.showSites && points === null),
      this.map.setVisible('suggestions', state.showSuggestions || state.theme === 'proposte'),
    ]);
    await this.map.idle();
    if (this.drawn?.data === data) document.body.dataset['map'] = 'ready';
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
    if (fly) this.flyToSelection();
  }

  private flyToSelection(): void {
    const { selection } = this.state;
    const bounds = selection && boundsOf([...this.shapesOf(selection), ...this.catchmentOf(selection)]);
    if (bounds) void this.map.flyTo(bounds, SHEET_WIDTH);
  }

  /** The comuni that would go to a proposal, so that the map shows them all. */
  private catchmentOf(selection: Selection): (Geometry | null)[] {
    const { data } = this;
    if (selection.kind !== 'proposta' || !data?.proposals) return [];
    const row = rowsOf(data.suggestions).find((r) => suggestionCode(r) === selection.code);
    const { effects } = data.proposals;
    return (data.comuni?.features ?? [])
      .filter((f) => row && effects.get(f.properties.pro_com_t)?.sede_proposta === row.pro_com_t)
      .map((f) => f.geometry);
  }

  private close(): void {
    const { selection } = this.state;
    this.change({ selection: null, pane: this.state.pane === 'scheda' ? 'tabella' : this.state.pane });
    if (selection) this.table.focus(selection);
  }

  private showSelection(): void {
    const { selection } = this.state;
    const sheet = byId('scheda');
    const content =
      selection && this.data
        ? detailsOf(
            selection,
            this.data,
            (s) => this.select(s, true),
            (site) => this.drawIsochrones(site),
          )
        : null;
    const opens = content !== null && !sheet.classList.contains('is-open');
    sheet.classList.toggle('is-open', content !== null);
    // Legend and sheet together would hide a small map.
    if (opens && byId('mappa').clientWidth < 900 && !isNarrow()) this.legend.open = false;
    if (content === null && !isNarrow()) this.legend.open = true;
    byId('scheda-contenuto').replaceChildren(...(content ?? []));
    this.table.mark(selection);
    if (this.isochronesOf !== null && (selection?.kind !== 'sede' || selection.code !== this.isochronesOf)) {
      this.isochronesOf = null;
      void this.map.show('isochrones', EMPTY);
    }
    const focus = selection && content ? this.shapesOf(selection) : [];
    void this.map.show('focus', {
      type: 'FeatureCollection',
      features: focus.map((geometry) => ({ type: 'Feature', geometry, properties: { hover: false } })),
    });
  }

  private async drawIsochrones(site: string): Promise<IsochroneRow[]> {
    const answer = await this.service.isochrones(
      site,
      ISOCHRONES.map((style) => style.minutes),
    );
    if (this.state.selection?.code !== site) return rowsOf(answer);
    this.isochronesOf = site;
    await this.map.show('isochrones', isochroneSurfaces(answer));
    const bounds = boundsOf(answer.features.map((f) => f.geometry));
    if (bounds) void this.map.flyTo(bounds, SHEET_WIDTH);
    return rowsOf(answer);
  }

  private shapesOf(selection: Selection): (Geometry | null)[] {
    const { data } = this;
    if (!data) return [];
    const pick = <Row>(
      shapes: { features: { geometry: Geometry | null; properties: Row }[] } | null,
      code: (row: Row) => string,
    ) => (shapes?.features ?? []).filter((f) => code(f.properties) === selection.code).map((f) => f.geometry);
    if (selection.kind === 'sede') return pick(data.sites, (row) => row.site_id);
    if (selection.kind === 'proposta') return pick(data.suggestions, suggestionCode);
    if (selection.kind === 'rilievo') return this.shapesOfFinding(selection.code);
    if (selection.kind === 'comune') return pick(data.comuni, (row) => row.pro_com_t);
    return levelFor('copertura', selection.kind) === data.areaLevel ? pick(data.areas, (row) => row.codice) : [];
  }

  /** The area a finding is about where the view has it, else the point the service gives it. */
  private shapesOfFinding(code: string): (Geometry | null)[] {
    const finding = this.data?.findings?.features.find((f) => findingCode(f.properties) === code);
    if (!finding) return [];
    const { livello, codice } = finding.properties;
    const area =
      livello === this.data?.areaLevel && this.data.areas.features.find((f) => f.properties.codice === codice);
    return [area ? area.geometry : finding.geometry];
  }

  private fitScope(): void {
    const { ats } = this.state;
    const shapes = this.data?.ats.features.filter((f) => f.properties.nome === ats).map((f) => f.geometry) ?? [];
    void this.map.flyTo(boundsOf(shapes) ?? REGION_BOUNDS, 0);
  }

  private showPane(): void {
    document.body.dataset['pane'] = this.state.pane;
    for (const button of document.querySelectorAll<HTMLElement>('button[data-pane]')) {
      button.setAttribute('aria-pressed', String(button.dataset['pane'] === this.state.pane));
    }
    this.map.resize();
  }

  private address = (): string => `${location.pathname}${location.search}${toHash(this.state)}`;

  private async copyLink(): Promise<void> {
    const button = byId('collegamento');
    await navigator.clipboard?.writeText(location.href);
    const label = button.textContent;
    button.textContent = 'Copiato';
    setTimeout(() => {
      button.textContent = label;
    }, 1500);
  }
}

const isNarrow = (): boolean => window.matchMedia('(max-width: 991.98px)').matches;
