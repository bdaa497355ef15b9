import type { Shapes } from '../api/apiClient';
import type { ComuneRow, IsochroneRow } from '../api/rows';
import { boundsOf } from '../domain/geometry';
import { type CoverageMap, REGION_BOUNDS } from '../map/coverageMap';
import { collection, EMPTY } from '../map/features/collection';
import { isochroneSurfaces } from '../map/features/isochroneFeatures';
import { areaNames, comuneNames } from '../map/features/names';
import { ownPoints, siteMarkers, suggestionMarkers } from '../map/features/points';
import { catchmentOf, shapesOf } from '../map/features/selectionShapes';
import { surfaces } from '../map/features/surfaces';
import type { ViewData } from '../state/viewData';
import { type Selection, showsSuggestions, type ViewState } from '../state/viewState';

/** Width of the sheet that lies over the map, in CSS pixels. */
const SHEET_WIDTH = 340;

/** What the map shows of a view, of what is selected in it, and where it looks. */
export class Scene {
  private shownComuni: Shapes<ComuneRow> | null = null;
  /** The sede whose isochrones are on the map. */
  private isochronesOf: string | null = null;
  private drawing: ViewData | null = null;

  constructor(private readonly map: CoverageMap) {}

  /** Draws a view; the page says `drawing` until it is done. */
  async draw(data: ViewData, state: ViewState): Promise<void> {
    this.drawing = data;
    document.body.dataset['map'] = 'drawing';
    const points = ownPoints(data, state);
    await Promise.all([
      this.map.show('ats', data.ats),
      this.map.show('areas', surfaces(data, state)),
      this.map.show('areaLabels', areaNames(data.areas, data.areaLevel)),
      this.map.show('sites', siteMarkers(data, state)),
      this.map.show('suggestions', suggestionMarkers(data, state)),
      this.map.show('points', points ?? EMPTY),
      this.map.setVisible('sites', state.showSites && points === null),
      this.map.setVisible('suggestions', showsSuggestions(state)),
    ]);
    await this.map.idle();
    if (this.drawing === data) document.body.dataset['map'] = 'ready';
  }

  /** Borders and names of the comuni, drawn once for each answer. */
  async drawComuni(comuni: Shapes<ComuneRow>): Promise<void> {
    if (this.shownComuni === comuni) return;
    this.shownComuni = comuni;
    await this.map.show('comuni', comuni);
    await this.map.show('comuniLabels', comuneNames(comuni));
  }

  async drawIsochrones(site: string, answer: Shapes<IsochroneRow>): Promise<void> {
    this.isochronesOf = site;
    await this.map.show('isochrones', isochroneSurfaces(answer));
    const bounds = boundsOf(answer.features.map((f) => f.geometry));
    if (bounds) void this.map.flyTo(bounds, SHEET_WIDTH);
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
