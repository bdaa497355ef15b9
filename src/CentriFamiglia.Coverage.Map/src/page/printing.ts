import { byId } from '../drawing/dom';
import { givePicture } from '../drawing/poster';
import type { CoverageMap } from '../map/coverageMap';
import { legendEntries, paperOf, sourcesOf, viewFacts } from '../panels/paper';
import type { ViewData } from '../state/viewData';
import type { ViewState } from '../state/viewState';
import { listingFor } from '../table/listings/listingFor';
import { paperTable } from '../table/paperTable';
import { viewTitle } from '../text/pageWords';

/** What is shown, once there is something. */
type Shown = () => { data: ViewData; state: ViewState } | null;

/** Paper has a page of its own, made when the browser is about to print, however it was asked to. */
export function listenToPrinting(map: CoverageMap, shown: Shown): void {
  const paper = byId('carta');
  window.addEventListener('beforeprint', () => {
    const now = shown();
    if (!now) return;
    const { data, state } = now;
    paper.replaceChildren(...paperOf(data, state, map.picture(), listOf(data, state)));
  });
  window.addEventListener('afterprint', () => paper.replaceChildren());
  // Who prints by the browser's own keys prints what is there; the buttons wait for tiles that are on their way.
  const print = () => void map.idle().then(() => window.print());
  for (const id of ['stampa', 'stampa-in-fondo']) byId(id).addEventListener('click', print);
}

/** The scenarios and the analyses are in their own part of the page. */
const listOf = (data: ViewData, state: ViewState): HTMLElement[] =>
  data.desk && !data.desk.run ? [] : paperTable(listingFor(data, state), state);

/** Gives the map as a picture that says what it is, whatever page it is put on. */
export async function savePicture(map: CoverageMap, shown: Shown): Promise<void> {
  await map.idle();
  const now = shown();
  if (!now) return;
  const { data, state } = now;
  await givePicture(`mappa-${state.theme}-${state.level}.png`, {
    title: viewTitle(state.theme, state.ats),
    headline: byId('titolare').textContent ?? '',
    map: map.picture(),
    legendTitle: byId('legenda').querySelector('h2')?.textContent ?? '',
    legend: legendEntries(),
    lines: [
      viewFacts(data, state)
        .map(([name, value]) => `${name}: ${value}`)
        .join(' · '),
      sourcesOf(data),
      location.href,
    ],
  });
}
