import type { CoverageData } from '../api/coverageData';
import { namedBy, type Place } from '../domain/places';
import { byId } from '../drawing/dom';
import { Finder } from '../panels/finder';
import { opening } from '../state/finding';
import type { ViewData } from '../state/viewData';
import { type Change, needsAnswers, type ViewState } from '../state/viewState';
import { PlaceIndex } from './placeIndex';
import type { Scene } from './scene';
import type { Sheets } from './sheets';

/** What the search of places needs of the page. */
interface FindingHost {
  state(): ViewState;
  shown(): ViewData | null;
  service(): CoverageData;
  change: Change;
  /** Names that a list asked for have come. */
  redraw(): void;
}

/** Finds what has a sheet by its name, goes there, and opens it. */
export class Finding {
  private readonly index: PlaceIndex;

  constructor(
    private readonly scene: Scene,
    private readonly sheets: Sheets,
    private readonly host: FindingHost,
  ) {
    this.index = new PlaceIndex(host.service);
    new Finder(byId('trova'), { places: () => this.index.all(), choose: this.go });
  }

  go = (place: Pick<Place, 'kind' | 'code' | 'ats'>): void => {
    const { host, scene } = this;
    const before = host.state();
    scene.expect({ ...before, camera: null });
    this.sheets.enterNext();
    host.change(opening(place, before));
    if (!needsAnswers(before, host.state())) scene.place(host.state(), host.shown());
  };

  /** What a search that finds nothing in the list names; the names are read when first asked for. */
  elsewhere = (search: string): Place | null => {
    if (this.index.known.length === 0) {
      this.index.all().then(
        () => this.host.redraw(),
        () => undefined,
      );
      return null;
    }
    return namedBy(this.index.known, search);
  };
}
