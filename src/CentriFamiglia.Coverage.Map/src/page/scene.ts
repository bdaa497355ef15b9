import type { Shapes } from '../api/apiClient';
import type { ComuneRow, IsochroneRow } from '../api/rows';
import { boundsOf } from '../domain/geometry';
import { type CoverageMap, REGION_BOUNDS } from '../map/coverageMap';
import { type Collection, collection, EMPTY } from '../map/features/collection';
import { isochroneSurfaces } from '../map/features/isochroneFeatures';
import { areaNames, comuneNames } from '../map/features/names';
import { ownPoints, siteMarkers, suggestionMarkers, trialMarkers } from '../map/features/points';
import { catchmentOf, shapesOf } from '../map/features/selectionShapes';
import { surfaces } from '../map/features/surfaces';
import type { SourceName } from '../map/style';
import type { ViewData } from '../state/viewData';
import { type Selection, showsSuggestions, type ViewState } from '../state/viewState';

/** The sedi, and the rings of those that a trial changes. */
const SITE_LAYERS = ['sites', 'trial-rings'] as const;

/** What the map shows of a view, of what is selected in it, and where it looks. */
export class Scene {
  private shownComuni: Shapes<ComuneRow> | null = null;
  /** The sede whose isochrones are on the map. */
  private isochronesOf: string | null = null;
  private drawing: ViewData | null = null;
  private isToPlace = true;
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
    if (bounds) void this.map.flyTo(bounds);
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

  /** An address is followed: where it names no place, the map has one to go to. */
  expect({ camera }: ViewState): void {
    this.isToPlace = camera === null;
  }

  /** Whether where the map looks is what the address asked for, or what someone chose by hand. */
  isPlaced(byHand: boolean): boolean {
    if (byHand) this.isToPlace = false;
    return !this.isToPlace;
  }

  /** Goes to what an address is about: what is selected, which a comune may be that comes after the first answers, else the ATS or the region. */
  place(state: ViewState, data: ViewData | null): void {
    if (!this.isToPlace || !data) return;
    const isSelection = this.flyToSelection(state, data, true);
    if (!isSelection) this.flyToScope(state, data, true);
    this.isToPlace = !isSelection && state.selection !== null && data.comuni === null;
  }

  /** @returns Whether what is selected has a place. */
  flyToSelection({ selection }: ViewState, data: ViewData | null, atOnce = false): boolean {
    const shapes = selection && data ? [...shapesOf(selection, data), ...catchmentOf(selection, data)] : [];
    const bounds = boundsOf(shapes);
    if (bounds) void this.map.flyTo(bounds, atOnce);
    return bounds !== null;
  }

  /** The ATS chosen, or the whole region. */
  flyToScope({ ats }: ViewState, data: ViewData | null, atOnce = false): void {
    const shapes = data?.ats.features.filter((f) => f.properties.nome === ats).map((f) => f.geometry) ?? [];
    void this.map.flyTo(boundsOf(shapes) ?? REGION_BOUNDS, atOnce);
  }
}
