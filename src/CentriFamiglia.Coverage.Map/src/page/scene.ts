import type { Shapes } from '../api/apiClient';
import type { ComuneRow, IsochroneRow } from '../api/rows';
import { boundsOf } from '../domain/geometry';
import { type CoverageMap, REGION_BOUNDS } from '../map/coverageMap';
import { collection, EMPTY } from '../map/features/collection';
import { isochroneSurfaces } from '../map/features/isochroneFeatures';
import { links } from '../map/features/links';
import { comuneNames } from '../map/features/names';
import { pictureOf } from '../map/features/pictureOf';
import { trialMarkers } from '../map/features/points';
import { residentDots } from '../map/features/residentDots';
import { catchmentOf, shapesOf } from '../map/features/selectionShapes';
import type { ViewData } from '../state/viewData';
import type { Selection, ViewState } from '../state/viewState';

/** Width of the sheet that lies over the map, in CSS pixels. */
const SHEET_WIDTH = 340;

/** What the map shows of a view, of what is selected in it, and where it looks. */
export class Scene {
  private shownComuni: Shapes<ComuneRow> | null = null;
  /** The sede whose isochrones are on the map. */
  private isochronesOf: string | null = null;
  private drawing: ViewData | null = null;
  private drawnState: ViewState | null = null;
  /** The comuni whose residents are on the map. */
  private dotsOf: Shapes<ComuneRow> | null = null;

  constructor(private readonly map: CoverageMap) {}

  /** Draws a view; the page says `drawing` until it is done. */
  async draw(data: ViewData, state: ViewState): Promise<void> {
    this.drawing = data;
    this.drawnState = state;
    document.body.dataset['map'] = 'drawing';
    await Promise.all([this.map.draw(pictureOf(data, state)), this.drawLayers(data, state)]);
    await this.map.idle();
    if (this.drawing === data) document.body.dataset['map'] = 'ready';
  }

  /** What the map shows besides the answers of the view. */
  async drawLayers(data: ViewData, state: ViewState): Promise<void> {
    const { layers } = state;
    await Promise.all([
      this.map.showBorders(layers.includes('asst'), layers.includes('province')),
      this.map.show('links', links(data, state)),
      layers.includes('residenti') && data.comuni ? this.drawResidents(data.comuni) : null,
    ]);
  }

  private async drawResidents(comuni: Shapes<ComuneRow>): Promise<void> {
    if (this.dotsOf === comuni) return;
    this.dotsOf = comuni;
    await this.map.show('residents', residentDots(comuni, await this.map.lakes()));
  }

  /** The sedi alone, while one of them is dragged. */
  drawSites(data: ViewData, state: ViewState): void {
    void this.map.show('sites', trialMarkers(data, state));
  }

  /** Borders and names of the comuni, drawn once for each answer. */
  async drawComuni(comuni: Shapes<ComuneRow>): Promise<void> {
    if (this.shownComuni === comuni) return;
    this.shownComuni = comuni;
    await this.map.show('comuni', comuni);
    await this.map.show('comuniLabels', comuneNames(comuni));
    if (this.drawing && this.drawnState) await this.drawLayers(this.drawing, this.drawnState);
  }

  async drawIsochrones(site: string, answer: Shapes<IsochroneRow>): Promise<Shapes<IsochroneRow>> {
    this.isochronesOf = site;
    await this.map.show('isochrones', isochroneSurfaces(answer));
    const bounds = boundsOf(answer.features.map((f) => f.geometry));
    if (bounds) void this.map.flyTo(bounds, SHEET_WIDTH);
    return answer;
  }

  /** Draws the outline of what is selected; isochrones of another sede go. */
  focus(selection: Selection | null, data: ViewData | null): void {
    if (this.isochronesOf !== null && (selection?.kind !== 'sede' || selection.code !== this.isochronesOf)) {
      this.isochronesOf = null;
      void this.map.show('isochrones', EMPTY);
    }
    const shapes = selection && data ? shapesOf(selection, data) : [];
    void this.map.show(
      'focus',
      collection(shapes.map((geometry) => ({ type: 'Feature', geometry, properties: { hover: false } }))),
    );
  }

  /** Where an address that names no place looks first. */
  flyToStart(state: ViewState, data: ViewData | null): void {
    if (state.camera !== null) return;
    if (state.selection) this.flyToSelection(state, data);
    else if (state.ats) this.flyToScope(state, data);
  }

  flyToSelection({ selection }: ViewState, data: ViewData | null): void {
    const shapes = selection && data ? [...shapesOf(selection, data), ...catchmentOf(selection, data)] : [];
    const bounds = boundsOf(shapes);
    if (bounds) void this.map.flyTo(bounds, SHEET_WIDTH);
  }

  /** The ATS chosen, or the whole region. */
  flyToScope({ ats }: ViewState, data: ViewData | null): void {
    const shapes = data?.ats.features.filter((f) => f.properties.nome === ats).map((f) => f.geometry) ?? [];
    void this.map.flyTo(boundsOf(shapes) ?? REGION_BOUNDS, 0);
  }
}
