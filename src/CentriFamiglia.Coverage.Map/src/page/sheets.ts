import { type LayerAnswer, rowsOf } from '../api/apiClient';
import type { IsochroneRow } from '../api/rows';
import type { TrialChange } from '../domain/trial';
import { byId } from '../drawing/dom';
import { sheetOf } from '../panels/details';
import type { ViewData } from '../state/viewData';
import type { Change, Selection, ViewState } from '../state/viewState';
import type { AreaTable } from '../table/areaTable';
import { enterSheet, showSheet } from './frame';
import type { Scene } from './scene';

/** What the sheets need of the page. */
interface SheetHost {
  state(): ViewState;
  shown(): ViewData | null;
  change: Change;
  isochrones(site: string): Promise<LayerAnswer<IsochroneRow>>;
  tryOut(trial: readonly TrialChange[], said: string): void;
  decision(number: number): HTMLElement[];
}

/** What is selected: its sheet takes the place of the list, its outline stands on the map, its row is marked. */
export class Sheets {
  /** Whether the focus goes to the next sheet, which may have to be waited for. */
  private isToEnter = false;

  constructor(
    private readonly table: AreaTable,
    private readonly scene: Scene,
    private readonly host: SheetHost,
  ) {}

  /** The button and the key that put a sheet away. */
  listen(): void {
    byId('chiudi').addEventListener('click', () => this.close());
    document.addEventListener('keydown', (event) => {
      if (event.key === 'Escape' && this.host.state().selection) this.close();
    });
  }

  /** What the map was clicked at, if anything stands there. */
  pick(selection: Selection | null): void {
    if (selection) this.select(selection, false);
    else if (this.host.state().selection) this.close();
  }

  /** Opens a sheet; the focus goes with it. */
  select(selection: Selection, fly: boolean): void {
    this.host.change({ selection });
    if (!byId('scheda').hidden) enterSheet();
    if (fly) this.scene.flyToSelection(this.host.state(), this.host.shown());
  }

  /** The next sheet takes the focus, whenever it comes. */
  enterNext(): void {
    this.isToEnter = true;
  }

  /** Back to the list, and to the row that the sheet was of, or to the map where the keyboard opened it there. */
  close(): void {
    const { selection } = this.host.state();
    this.host.change({ selection: null });
    if (!selection) return;
    this.table.reveal(selection);
    if (!this.scene.takeFocusBack(selection)) this.table.focus(selection);
  }

  show(): void {
    const { selection } = this.host.state();
    const data = this.host.shown();
    const content = sheetOf(selection, data, {
      select: (other) => this.select(other, true),
      draw: (site) => this.drawIsochrones(site),
      tryOut: this.host.tryOut,
      decision: this.host.decision,
      change: this.host.change,
    });
    showSheet(content);
    if (content && this.isToEnter) {
      this.isToEnter = false;
      enterSheet();
    }
    this.table.mark(selection);
    this.scene.focus(content && selection, data);
  }

  private async drawIsochrones(site: string): Promise<IsochroneRow[]> {
    const answer = await this.host.isochrones(site);
    return rowsOf(this.host.state().selection?.code === site ? await this.scene.drawIsochrones(site, answer) : answer);
  }
}
