import { byId } from '../drawing/dom';
import type { Pane } from '../state/viewState';

const paneButtons = () => document.querySelectorAll<HTMLElement>('button[data-pane]');

/** What stands around the map and the table whatever they show: panes, print and the link. */
export function listenToFrame(choosePane: (pane: Pane) => void): void {
  byId('stampa').addEventListener('click', () => window.print());
  // On paper the legend is open, and the permalink tells where the sheet came from.
  window.addEventListener('beforeprint', () => {
    openLegend(true);
    byId('indirizzo').textContent = location.href;
  });
  byId('collegamento').addEventListener('click', copyLink);
  for (const button of paneButtons()) {
    button.addEventListener('click', () => choosePane(button.dataset['pane'] as Pane));
  }
}

/** Marks what is shown as not current; false where nothing is shown. */
export function markStale(hasShown: boolean): boolean {
  document.body.classList.toggle('is-stale', hasShown);
  return hasShown;
}

/** On a narrow screen only this pane is seen. */
export function showPane(pane: Pane): void {
  document.body.dataset['pane'] = pane;
  for (const button of paneButtons()) {
    button.setAttribute('aria-pressed', String(button.dataset['pane'] === pane));
  }
}

/** Puts the sheet of what is selected over the map, or takes it away. */
export function showSheet(content: HTMLElement[] | null): void {
  const sheet = byId('scheda');
  const opens = content !== null && !sheet.classList.contains('is-open');
  sheet.classList.toggle('is-open', content !== null);
  // Legend and sheet together would hide a small map.
  if (opens && byId('mappa').clientWidth < 900 && !isNarrow()) openLegend(false);
  if (content === null && !isNarrow()) openLegend(true);
  const focused = document.activeElement?.id;
  const hadFocus = byId('scheda-contenuto').contains(document.activeElement);
  byId('scheda-contenuto').replaceChildren(...(content ?? []));
  // The field that was used keeps the focus; where it is gone, the sheet does.
  if (hadFocus && focused)
    (document.getElementById(focused) ?? byId('scheda-contenuto')).focus({ preventScroll: true });
}

export const isNarrow = (): boolean => window.matchMedia('(max-width: 991.98px)').matches;

const openLegend = (open: boolean): void => {
  byId<HTMLDetailsElement>('legenda-riquadro').open = open;
};

async function copyLink(): Promise<void> {
  const button = byId('collegamento');
  await navigator.clipboard?.writeText(location.href);
  const label = button.textContent;
  button.textContent = 'Copiato';
  setTimeout(() => {
    button.textContent = label;
  }, 1500);
}
