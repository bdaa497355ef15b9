import type { IsochroneRow } from '../../api/rows';
import { el } from '../../drawing/dom';
import { ISOCHRONES, isochroneStyle } from '../../drawing/isochroneStyles';
import { plain } from '../../drawing/paint';
import { swatch } from '../../drawing/patterns';
import { SAID } from '../../text/labels';
import { formatCount } from '../../text/numbers';
import { residentsWords } from '../../text/sentences';
import { SHEET } from '../../text/sheetWords';
import { entry, note } from '../shared/parts';

/** Draws the isochrones of a sede on the map and gives their rows. */
export type DrawIsochrones = (site: string) => Promise<IsochroneRow[]>;

/** A button that draws from where a sede is reached, and then what it drew, in words. */
export function isochroneSection(site: string, draw: DrawIsochrones): HTMLElement {
  const answer = el('div', { role: 'status' });
  const button = el(
    'button',
    { type: 'button', class: 'quiet-button' },
    SHEET.showIsochrones(ISOCHRONES.map((s) => s.minutes)),
  );
  button.addEventListener('click', async () => {
    button.disabled = true;
    try {
      answer.replaceChildren(...described(await draw(site)));
    } catch (error) {
      answer.replaceChildren(note(error instanceof Error ? error.message : String(error)));
    } finally {
      button.disabled = false;
    }
  });
  return el('section', { class: 'isochrones' }, el('h3', {}, SHEET.isochrones), button, answer);
}

function described(rows: IsochroneRow[]): HTMLElement[] {
  const [first] = rows;
  if (first?.stato !== 'ok') return [note(SHEET.offRoad)];
  const items = rows.map((row) =>
    entry(
      swatch(plain(isochroneStyle(row.minuti).fill)),
      SAID.minutesWithin(formatCount(row.minuti)),
      SHEET.byTravel(residentsWords(row.residenti)),
    ),
  );
  return [
    el('ul', { class: 'legend-list' }, ...items),
    note(SHEET.nearestRoad(first.aggancio_m, first.strada)),
    note(`${SHEET.roughIsochrones} © OpenStreetMap contributors.`),
  ];
}
