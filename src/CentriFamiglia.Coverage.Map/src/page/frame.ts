import { byId } from '../drawing/dom';
import { listenToBanner } from '../panels/banner';
import { explainTerms } from '../panels/terms';
import { PANEL_WORDS } from '../text/pageWords';

/** How much of the page the panel takes beside the map; on a narrow screen it stands below. */
type PanelSize = 'open' | 'wide' | 'closed';

/** What stands around the map and the list whatever they show: the panel's own size and the link. */
export function listenToFrame(): void {
  byId('collegamento').addEventListener('click', copyLink);
  byId('riduci').addEventListener('click', () => sizePanel(panelSize() === 'closed' ? 'open' : 'closed'));
  byId('allarga').addEventListener('click', () => sizePanel(panelSize() === 'wide' ? 'open' : 'wide'));
  for (const id of ['avvisi', 'aiuto']) listenToBanner(byId(id));
  sizePanel('open');
  // A small screen has no room for the legend before it is asked for.
  byId<HTMLDetailsElement>('legenda-riquadro').open = !isNarrow();
}

/** Marks what is shown as not current; false where nothing is shown. */
export function markStale(hasShown: boolean): boolean {
  document.body.classList.toggle('is-stale', hasShown);
  return hasShown;
}

/** Puts the sheet of what is selected in the place of the list, or the list back. */
export function showSheet(content: HTMLElement[] | null): void {
  byId('scheda').hidden = content === null;
  byId('elenco').hidden = content !== null;
  if (content && panelSize() === 'closed') sizePanel('open');
  const focused = document.activeElement?.id;
  const hadFocus = byId('scheda-contenuto').contains(document.activeElement);
  byId('scheda-contenuto').replaceChildren(...(content ?? []));
  explainTerms(byId('scheda-contenuto'), 'h3, dt');
  // The field that was used keeps the focus; where it is gone, the sheet does.
  if (hadFocus && focused)
    (document.getElementById(focused) ?? byId('scheda-contenuto')).focus({ preventScroll: true });
}

/** Gives the focus to the sheet that has just opened; where it is below the map, it comes into sight. */
export function enterSheet(): void {
  const content = byId('scheda-contenuto');
  content.scrollTop = 0;
  content.focus({ preventScroll: true });
  if (isNarrow()) byId('pannello').scrollIntoView({ block: 'start' });
}

/** On a narrow screen the map may be out of sight. */
export const showMap = (): void => {
  if (isNarrow()) byId('mappa').scrollIntoView({ block: 'start' });
};

export const isNarrow = (): boolean => window.matchMedia('(max-width: 991.98px)').matches;

const panelSize = (): PanelSize => (document.body.dataset['panel'] as PanelSize | undefined) ?? 'open';

function sizePanel(size: PanelSize): void {
  document.body.dataset['panel'] = size;
  const handle = byId('riduci');
  handle.setAttribute('aria-expanded', String(size !== 'closed'));
  handle.title = size === 'closed' ? PANEL_WORDS.show : PANEL_WORDS.hide;
  const widen = byId('allarga');
  widen.setAttribute('aria-pressed', String(size === 'wide'));
  widen.title = size === 'wide' ? PANEL_WORDS.narrow : PANEL_WORDS.widen;
}

async function copyLink(): Promise<void> {
  const button = byId('collegamento');
  await navigator.clipboard?.writeText(location.href);
  const label = button.textContent;
  button.textContent = PANEL_WORDS.copied;
  setTimeout(() => {
    button.textContent = label;
  }, 1500);
}
