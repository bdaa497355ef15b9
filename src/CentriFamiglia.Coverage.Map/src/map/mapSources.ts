import type { Feature, FeatureCollection, Geometry } from 'geojson';
import type { GeoJSONSource, Map as MapLibreMap } from 'maplibre-gl';
import type { Picked } from './features/collection';
import { type AreaName, isArea } from './features/painting';
import type { Picture } from './features/pictureOf';
import { Feed } from './feed';
import { BORDERS, CHOSEN_SOURCES, SOURCES, type SourceName } from './style';
import { TiledAreas } from './tiledAreas';

/** Layers that a choice shows or hides. */
type Switched = keyof Picture['visible'] | 'border-asst' | 'border-provincia';

/** What a map that has its style holds: collections in, only what differs on to its worker. */
export class MapSources {
  private readonly feed = new Feed();
  private readonly areas: TiledAreas;
  private hasBorders = false;
  private borders: [asst: boolean, provinces: boolean] = [false, false];

  constructor(private readonly map: MapLibreMap) {
    this.areas = new TiledAreas(map);
  }

  async show(source: SourceName, collection: FeatureCollection<Geometry | null>): Promise<void> {
    const data = this.feed.next(source, collection);
    if (data) this.map.getSource<GeoJSONSource>(source)?.setData(data);
  }

  /** The picture of a state; the layers that it hides hold it all the same. */
  async draw({ versions, areas, collections, visible, ground }: Picture): Promise<void> {
    this.areas.ground(versions);
    this.areas.paint(areas);
    this.areas.show(ground);
    for (const [layer, isVisible] of Object.entries(visible)) this.setVisible(layer as Switched, isVisible);
    await Promise.all(
      Object.entries(collections).map(([source, collection]) => this.show(source as SourceName, collection)),
    );
  }

  /** Takes all that another map shows; what it shows later is to be shown here too. */
  async copy(other: MapSources): Promise<void> {
    this.showBorders(...other.borders);
    this.areas.copy(other.areas);
    await Promise.all(
      SOURCES.map((source) => this.show(source, { type: 'FeatureCollection', features: [...other.feed.of(source)] })),
    );
  }

  /** The ring of the keyboard around this, or around nothing. */
  async showRing(stop: { picked: Picked; geometry: Geometry } | null): Promise<void> {
    const area = stop && isArea(stop.picked) ? stop.picked : null;
    this.areas.mark('ring', area);
    const geometry = area ? null : (stop?.geometry ?? null);
    await this.show('ring', { type: 'FeatureCollection', features: [{ type: 'Feature', geometry, properties: {} }] });
  }

  /** Puts the outline of what is selected around an area, or around none. */
  showFocus(area: AreaName | null): void {
    this.areas.mark('focus', area);
  }

  /** The area of the tiles that a hit is; null where the answers do not know it. */
  areaOf = (code: unknown): Picked | null => this.areas.find(code);

  private setVisible(layer: Switched, visible: boolean): void {
    this.map.setLayoutProperty(layer, 'visibility', visible ? 'visible' : 'none');
  }

  /** The lines of the ASST and of the province; their file is read when either is first shown. */
  showBorders(asst: boolean, provinces: boolean): void {
    this.borders = [asst, provinces];
    if (!this.hasBorders && (asst || provinces)) {
      this.hasBorders = true;
      this.map.getSource<GeoJSONSource>('borders')?.setData(BORDERS);
    }
    this.setVisible('border-asst', asst);
    this.setVisible('border-provincia', provinces);
  }

  /** The lakes of the ground, as they are drawn. */
  async lakes(): Promise<Feature[]> {
    const lakes = await this.map.getSource<GeoJSONSource>('lakes')?.getData();
    return lakes?.type === 'FeatureCollection' ? lakes.features : [];
  }

  /** What can be chosen on the map now: what a layer that is seen shows. */
  chosen(): Feature[] {
    const isSeen = (layer: string) => this.map.getLayoutProperty(layer, 'visibility') !== 'none';
    const marks = Object.entries(CHOSEN_SOURCES);
    return [...this.areas.of(), ...marks.flatMap(([source, layer]) => (isSeen(layer) ? this.feed.of(source) : []))];
  }
}
