import { byId } from '../drawing/dom';
import type { CoverageMap } from '../map/coverageMap';
import type { ViewData } from '../state/viewData';
import type { Change, ViewState } from '../state/viewState';
import { listenToDownloads } from './downloads';
import { Importing } from './importing';
import { listenToPrinting, savePicture } from './printing';

/** The files that go out of the page, and those that come in. */
export function listenToFiles(map: CoverageMap, look: () => [ViewState, ViewData | null], change: Change): void {
  const shown = () => {
    const [state, data] = look();
    return { state, data };
  };
  const onPaper = () => {
    const [state, data] = look();
    return data && { data, state };
  };
  listenToPrinting(map, onPaper);
  listenToDownloads(byId('scarica'), shown, () => savePicture(map, onPaper));
  new Importing(byId<HTMLButtonElement>('prova-un-file'), map, shown, change);
}
