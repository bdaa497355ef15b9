import { byId } from '../drawing/dom';
import type { ViewData } from '../state/viewData';
import type { Change, Select, ViewState } from '../state/viewState';
import { type AreaTable, rowsWords } from '../table/areaTable';
import { listingFor } from '../table/listings/listingFor';
import { listView } from '../table/listView';
import { showParts } from './parts';
import type { Scene } from './scene';

/** Rows, figures and surfaces: drawn anew only where they differ, so that a selection keeps the focus and costs nothing. */
export class Rows {
  private drawn: { data: ViewData; key: string } | null = null;

  constructor(
    private readonly table: AreaTable,
    private readonly scene: Scene,
    private readonly change: Change,
    private readonly select: Select,
  ) {}

  show(data: ViewData, state: ViewState): void {
    const key = JSON.stringify({ ...state, selection: null, camera: null });
    if (this.drawn?.data === data && this.drawn.key === key) return;
    this.drawn = { data, key };
    const listing = listingFor(data, state);
    const view = listView(listing, state);
    showParts(data, state, this.change, this.select, rowsWords(view));
    this.table.show(listing, view, state);
    Object.assign(byId('titolo-tabella'), { textContent: listing.caption, title: listing.caption });
    void this.scene.draw(data, state);
  }

  /** What they show besides the state has changed. */
  again(render: () => void): void {
    this.drawn = null;
    render();
  }
}
