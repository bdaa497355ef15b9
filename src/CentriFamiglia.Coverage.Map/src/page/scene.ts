import type { Shapes } from '../api/apiClient';
import type { ComuneRow, IsochroneRow } from '../api/rows';
import { boundsOfAll } from '../domain/geometry';
import { type CoverageMap, REGION_BOUNDS } from '../map/coverageMap';
import { collection, EMPTY } from '../map/features/collection';
import { isochroneSurfaces } from '../map/features/isochroneFeatures';
import { links } from '../map/features/links';
import { comuneNames } from '../map/features/names';
import { pictureOf } from '../map/features/pictureOf';
import { trialMarkers } from '../map/features/points';
import { residentDots } from '../map/features/residentDots';
import { catchmentOf, focusOf, NO_FOCUS, placesOf } from '../map/features/selectionShapes';
import type { SwipeScene } from '../map/swipe';
import { sidesOf } from '../state/comparison';
import { wantsComuni, wantsShapes } from '../state/comuniWanted';
import type { ViewData } from '../state/viewData';
import type { Selection, ViewState } from '../state/viewState';

/** What the map shows of a view, of what is selected in it, and where it looks. */
export class Scene {
  private shownComuni: Shapes<ComuneRow> | null = null;
  /** The sede whose isochrones are on the map. */
  private isochronesOf: string | null = null;
  private drawing: ViewData | null = null;
  private isToPlace = true;
  private isBeside = false;
  private drawnState: ViewState | null = null;
  /** The comuni whose residents are on the map. */
  private dotsOf: Shapes<ComuneRow> | null = null;

  constructor(private readonly map: CoverageMap) {}

  /** Whether a view needs the comuni, seen from as near as it is. */
  wantsComuni(state: ViewState): boolean {
    return wantsComuni(state, this.map.zoom());
  }

  wantsShapes = wantsShapes;

  /** Draws a view; the page says `drawing` until it is done. */
  async draw(data: ViewData, state: ViewState): Promise<void> {
    this.drawing = data;
    this.drawnState = state;
    document.body.dataset['map'] = 'drawing';
    await Promise.all([this.drawPicture(data, state), this.drawLayers(data, state)]);
    await this.map.idle();
    if (this.drawing === data) document.body.dataset['map'] = 'ready';
  }

  /** One state, or two side by side. */
  private async drawPicture(data: ViewData, state: ViewState): Promise<void> {
    const sides = sidesOf(data, state);
    if (sides) {
      this.isBeside = true;
      const [left, right] = sides.map((side) => ({
        ...pictureOf(side.data, side.state),
        label: side.name,
      })) as [SwipeScene, SwipeScene];
      await this.map.swipe.show(left, right);
      return;
    }
    if (this.isBeside) this.map.swipe.end();
    this.isBeside = false;
    await this.map.draw(pictureOf(data, state));
  }

  /** What the map shows besides the answers of the view. */
  async drawLayers(data: ViewData, state: ViewState): Promise<void> {
    const { layers } = state;
    await Promise.all([
      this.map.showBorders(layers.includes('asst'), layers.includes('province')),
      this.map.show('links', links(data, state)),
      layers.includes('residenti') && data.comuneShapes ? this.drawResidents(data.comuneShapes) : null,
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

  /** Names of the comuni, drawn once for each answer; and what else hangs on them or on their borders. */
  async drawComuni({ comuni }: Pick<ViewData, 'comuni'>): Promise<void> {
    if (comuni && this.shownComuni !== comuni) {
      this.shownComuni = comuni;
      await this.map.show('comuniLabels', comuneNames(comuni));
    }
    if (this.drawing && this.drawnState) await this.drawLayers(this.drawing, this.drawnState);
  }

  async drawIsochrones(site: string, answer: Shapes<IsochroneRow>): Promise<Shapes<IsochroneRow>> {
    this.isochronesOf = site;
    await this.map.show('isochrones', isochroneSurfaces(answer));
    const bounds = boundsOfAll(answer.features);
    if (bounds) void this.map.flyTo(bounds);
    return answer;
  }

  /** Draws the outline of what is selected; isochrones of another sede go. */
  focus(selection: Selection | null, data: ViewData | null): void {
    if (this.isochronesOf !== null && (selection?.kind !== 'sede' || selection.code !== this.isochronesOf)) {
      this.isochronesOf = null;
      void this.map.show('isochrones', EMPTY);
    }
    const { area, shapes } = selection && data ? focusOf(selection, data) : NO_FOCUS;
    void this.map.outline(area);
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
    this.isToPlace = !isSelection && isToCome(state.selection, data);
  }

  /** Takes the focus where this was opened from the map by keyboard; false where it was not. */
  takeFocusBack = (selection: Selection): boolean => this.map.takeFocusBack(selection);

  /** @returns Whether what is selected has a place. */
  flyToSelection({ selection }: ViewState, data: ViewData | null, atOnce = false): boolean {
    const places = selection && data ? [...placesOf(selection, data), ...catchmentOf(selection, data)] : [];
    const bounds = boundsOfAll(places);
    if (bounds) void this.map.flyTo(bounds, atOnce);
    return bounds !== null;
  }

  /** The ATS chosen, or the whole region. */
  flyToScope({ ats }: ViewState, data: ViewData | null, atOnce = false): void {
    const chosen = data?.ats.features.filter((f) => f.properties.nome === ats) ?? [];
    void this.map.flyTo(boundsOfAll(chosen) ?? REGION_BOUNDS, atOnce);
  }
}

/** Whether what is selected may come with a later answer: the comuni, or the proposals that are sought. */
const isToCome = (selection: Selection | null, data: ViewData): boolean =>
  selection !== null && (selection.kind === 'proposta' ? !data.proposals : data.comuni === null);
