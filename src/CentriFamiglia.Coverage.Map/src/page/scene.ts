import type { Shapes } from '../api/apiClient';
import type { ComuneRow, IsochroneRow } from '../api/rows';
import { boundsOf } from '../domain/geometry';
import { type CoverageMap, REGION_BOUNDS } from '../map/coverageMap';
import { type Collection, collection, EMPTY } from '../map/features/collection';
import { isochroneSurfaces } from '../map/features/isochroneFeatures';
import { areaNames, comuneNames } from '../map/features/names';
import { ownPoints, siteMarkers, suggestionMarkers, trialMarkers } from '../map/features/points';
import { proposalLines } from '../map/features/proposalFeatures';
import { catchmentOf, shapesOf } from '../map/features/selectionShapes';
import { surfaces } from '../map/features/surfaces';
import type { SourceName } from '../map/style';
import type { ViewData } from '../state/viewData';
import { type Selection, showsSuggestions, type ViewState } from '../state/viewState';

/** Width of the sheet that lies over the map, in CSS pixels. */
const SHEET_WIDTH = 340;

/** The sedi, and the rings of those that a trial changes. */
const SITE_LAYERS = ['sites', 'trial-rings'] as const;

/** What the map shows of a view, of what is selected in it, and where it looks. */
export class Scene {
  private shownComuni: Shapes<ComuneRow> | null = null;
  /** The sede whose isochrones are on the map. */
  private isochronesOf: string | null = null;
  private drawing: ViewData | null = null;
  /** Whether the map still has to look at what the address selects, which has not come yet. */
  private isAwaited = false;
  /** What each source was made of the last time. */
  private readonly sent = new Map<SourceName, unknown>();

  constructor(private readonly map: CoverageMap) {}

  /** Draws a view; the page says `drawing` until it is done. */
  async draw(data: ViewData, state: ViewState): Promise<void> {
    this.drawing = data;
    document.body.dataset['map'] = 'drawing';
    const points = ownPoints(data, state);
    await Promise.all([
      this.once('ats', data.ats, () => data.ats),
      this.byLooks('areas', data, surfaces(data, state)),
      this.once('areaLabels', data.areas, () => areaNames(data.areas, data.areaLevel)),
      this.map.show('sites', (data.trial ? trialMarkers : siteMarkers)(data, state)),
      this.once('proposalLines', data.proposals ?? 'none', () => proposalLines(data)),
      this.byLooks('suggestions', data, suggestionMarkers(data, state)),
      this.once('points', points ?? 'none', () => points ?? EMPTY),
      ...SITE_LAYERS.map((layer) => this.map.setVisible(layer, state.showSites && points === null)),
      this.map.setVisible('suggestions', showsSuggestions(state)),
    ]);
    await this.map.idle();
    if (this.drawing === data) document.body.dataset['map'] = 'ready';
  }

  /** Sends a source to the map where it is made of something else than the last time: a sede that is dragged changes few. */
  private async once(source: SourceName, of: unknown, make: () => Parameters<CoverageMap['show']>[1]): Promise<void> {
    if (this.sent.get(source) === of) return;
    this.sent.set(source, of);
    await this.map.show(source, make());
  }

  /** What looks the same and is of the same data stands in the same places. */
  private async byLooks(source: SourceName, { provenance }: ViewData, shapes: Collection): Promise<void> {
    const looks = JSON.stringify(shapes.features.map((f) => f.properties));
    await this.once(source, `${provenance.snapshot} ${looks}`, () => shapes);
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
    // Of a proposal the catchment comes last.
    const isHere = shapes.length > (selection?.kind === 'proposta' ? 1 : 0);
    if (this.isAwaited && isHere) this.isAwaited = !this.flyToSelection({ selection }, data);
    void this.map.show(
      'focus',
      collection(shapes.map((geometry) => ({ type: 'Feature', geometry, properties: { hover: false } }))),
    );
  }

  /** Where an address that names no place looks first. */
  flyToStart(state: ViewState, data: ViewData | null): void {
    if (state.camera !== null) return;
    if (state.selection) this.isAwaited = !this.flyToSelection(state, data);
    else if (state.ats) this.flyToScope(state, data);
  }

  /** Whether the view holds what is selected. */
  flyToSelection({ selection }: Pick<ViewState, 'selection'>, data: ViewData | null): boolean {
    const shapes = selection && data ? [...shapesOf(selection, data), ...catchmentOf(selection, data)] : [];
    const bounds = boundsOf(shapes);
    if (bounds) void this.map.flyTo(bounds, SHEET_WIDTH);
    return bounds !== null;
  }

  /** The ATS chosen, or the whole region. */
  flyToScope({ ats }: ViewState, data: ViewData | null): void {
    const shapes = data?.ats.features.filter((f) => f.properties.nome === ats).map((f) => f.geometry) ?? [];
    void this.map.flyTo(boundsOf(shapes) ?? REGION_BOUNDS, 0);
  }
}
