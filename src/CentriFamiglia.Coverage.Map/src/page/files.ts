import { may } from '../api/account';
import { byId } from '../drawing/dom';
import type { CoverageMap } from '../map/coverageMap';
import type { ViewData } from '../state/viewData';
import type { Change, ViewState } from '../state/viewState';
import { listenToDownloads } from './downloads';
import { Importing } from './importing';
import { listenToPrinting, savePicture } from './printing';

/** The files that go out of the page, and those that come in. */
export function listenToFiles(
  map: CoverageMap,
  look: () => [ViewState, ViewData | null],
  change: Change,
  refresh: () => void,
): void {
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
  const button = byId<HTMLButtonElement>('prova-un-file');
  const below = byId('prova-un-file-in-fondo');
  // A file is tried on the figures of today.
  for (const each of [button, below]) each.hidden = !may('leggere_cifre');
  if (button.hidden) return;
  new Importing(button, map, shown, change, refresh);
  // Where the one above has no room.
  below.addEventListener('click', () => button.click());
}
