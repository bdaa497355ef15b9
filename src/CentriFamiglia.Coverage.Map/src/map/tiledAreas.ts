import type { Feature } from 'geojson';
import type { Map as MapLibreMap, VectorTileSource } from 'maplibre-gl';
import { LEVELS, type Level } from '../text/words';
import { type Collection, EMPTY, type Picked } from './features/collection';
import {
  type AreaName,
  type Ground,
  isArea,
  type Look,
  type Painting,
  paintingOf,
  pickedOf,
  repainted,
  type Versions,
} from './features/painting';
import { ALWAYS, borderOf, fillOf, GROUND_LAYERS, type Mark, markLayersOf, patternOf } from './tiledLayers';
import { TILED, TILED_SOURCES, type TiledSource, tileAddress } from './tiles';

/** Between two tries where tiles did not come. */
const RETRY_MS = 5_000;

/** The areas of a map: their borders come as tiles and stay, what the answers say of them is told to those. */
export class TiledAreas {
  private versions: Versions | null = null;
  private collection: Collection = EMPTY;
  private painting: Painting = paintingOf(EMPTY);
  /** What each level was told last: one that is not seen keeps it. */
  private readonly told = new Map<Level, ReadonlyMap<string, Look>>();
  private picked = new Map<string, Picked>();
  private readonly marks = new Map<Mark, AreaName>();
  private shown: Ground = { demand: false, roads: false };
  private readonly retries = new Map<string, ReturnType<typeof setTimeout>>();

  constructor(private readonly map: MapLibreMap) {
    map.on('error', (event) => {
      const { sourceId, tile } = event as { sourceId?: TiledSource; tile?: { actor?: unknown } };
      if (!sourceId || !TILED_SOURCES.includes(sourceId)) {
        console.error(event.error);
        return;
      }
      // With a worker the engine takes a tile that failed for one still on its way, and waits for it for ever.
      if (tile) delete tile.actor;
      this.retry(sourceId);
    });
  }

  /** Says where the tiles are; those of other content take the place of those that are there. */
  ground(versions: Versions): void {
    const before = this.versions;
    this.versions = versions;
    for (const source of TILED_SOURCES) {
      const version = versionOf(source, versions);
      if (before && versionOf(source, before) === version) continue;
      this.tilesOf(source)?.setTiles([tileAddress(source, document.baseURI, version)]);
    }
    if (before) return;
    for (const layer of ALWAYS) this.see(layer, true);
    this.show(this.shown);
  }

  /** Paints the areas of a collection, and shows their level alone. */
  paint(collection: Collection): void {
    const { level: seen } = this.painting;
    this.collection = collection;
    this.painting = paintingOf(collection);
    this.picked = pickedOf(collection);
    const { level, looks, patterns } = this.painting;
    if (level) {
      const source = TILED[level];
      for (const [id, look] of repainted(this.told.get(level) ?? new Map(), looks))
        this.map.setFeatureState({ source, sourceLayer: source, id }, look);
      this.told.set(level, looks);
    }
    for (const each of LEVELS) if (each === seen || each === level) this.showLevel(each, each === level, patterns);
  }

  /** Puts a mark around one area, or around none. */
  mark(mark: Mark, area: AreaName | null): void {
    const before = this.marks.get(mark);
    if (before?.kind === area?.kind && before?.code === area?.code) return;
    if (before) this.setMark(mark, before, false);
    this.marks.delete(mark);
    if (!area || !isArea(area)) return;
    this.marks.set(mark, area);
    this.setMark(mark, area, true);
  }

  /** What the ground has besides; nothing of it is asked for where it is not seen. */
  show(ground: Ground): void {
    this.shown = ground;
    if (!this.versions) return;
    for (const [name, layers] of Object.entries(GROUND_LAYERS))
      for (const layer of layers) this.see(layer, ground[name as keyof Ground]);
  }

  copy({ versions, collection, marks, shown }: TiledAreas): void {
    if (versions) this.ground(versions);
    this.paint(collection);
    for (const [mark, area] of marks) this.mark(mark, area);
    this.show(shown);
  }

  /** The areas that are painted, at the points where their names stand. */
  of = (): readonly Feature[] => this.collection.features.filter((f): f is Feature => f.geometry !== null);

  /** The area of the level that is seen; null where the answers do not know it. */
  find = (code: unknown): Picked | null => this.picked.get(String(code)) ?? null;

  private showLevel(level: Level, isSeen: boolean, patterns: ReadonlySet<string>): void {
    this.see(fillOf(level), isSeen);
    this.see(borderOf(level), isSeen);
    for (const layer of this.map.getLayersOrder()) {
      const pattern = patternIn(level, layer);
      if (pattern !== null) this.see(layer, isSeen && patterns.has(pattern));
    }
  }

  private setMark(mark: Mark, { kind, code: id }: AreaName, isSet: boolean): void {
    const level = kind as Level;
    const source = TILED[level];
    this.map.setFeatureState({ source, sourceLayer: source, id }, { [mark]: isSet });
    for (const layer of markLayersOf(level, mark)) this.see(layer, isSet);
  }

  /** A tile that did not come is asked for again, with all that are missing. */
  private retry(source: TiledSource): void {
    if (this.retries.has(source)) return;
    const again = () => {
      this.retries.delete(source);
      const tiles = this.tilesOf(source);
      if (tiles) tiles.setTiles(tiles.tiles);
    };
    this.retries.set(source, setTimeout(again, RETRY_MS));
  }

  private tilesOf = (source: TiledSource): VectorTileSource | undefined => this.map.getSource<VectorTileSource>(source);

  private see(layer: string, isSeen: boolean): void {
    this.map.setLayoutProperty(layer, 'visibility', isSeen ? 'visible' : 'none');
  }
}

const versionOf = (source: TiledSource, { borders, data }: Versions): string =>
  Object.values<TiledSource>(TILED).includes(source) ? borders : data;

/** The pattern that a layer of a level draws; null where it is another layer. */
function patternIn(level: Level, layer: string): string | null {
  const [start, pattern] = [patternOf(level, 'pattern:'), layer.slice(TILED[level].length + 1)];
  return layer.startsWith(start) ? pattern : null;
}
