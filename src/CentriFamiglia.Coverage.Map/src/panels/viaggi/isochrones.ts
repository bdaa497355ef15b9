import type { IsochroneRow } from '../../api/rows';
import { el } from '../../drawing/dom';
import { ISOCHRONES, isochroneStyle } from '../../drawing/isochroneStyles';
import { plain } from '../../drawing/paint';
import { swatch } from '../../drawing/patterns';
import { counted, formatCount, formatDecimal } from '../../text/numbers';
import { entry, note } from '../shared/parts';

/** Draws the isochrones of a sede on the map and gives their rows. */
export type DrawIsochrones = (site: string) => Promise<IsochroneRow[]>;

/** A button that draws from where a sede is reached, and then what it drew, in words. */
export function isochroneSection(site: string, draw: DrawIsochrones): HTMLElement {
  const answer = el('div', { role: 'status' });
  const button = el(
    'button',
    { type: 'button', class: 'quiet-button' },
    `Mostra da dove si raggiunge (${ISOCHRONES.map((s) => s.minutes).join(', ')} minuti)`,
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
  return el('section', { class: 'isochrones' }, el('h3', {}, 'Isocrone sulla rete stradale'), button, answer);
}

function described(rows: IsochroneRow[]): HTMLElement[] {
  const [first] = rows;
  if (first?.stato !== 'ok') return [note('La sede è troppo lontana da una strada della rete: non si può disegnare.')];
  const items = rows.map((row) =>
    entry(
      swatch(plain(isochroneStyle(row.minuti).fill)),
      `entro ${formatCount(row.minuti)} minuti`,
      `${counted(row.residenti, 'residente', 'residenti')}, secondo i tempi di viaggio`,
    ),
  );
  const road = first.strada ? `: ${first.strada}` : '';
  return [
    el('ul', { class: 'legend-list' }, ...items),
    note(`La strada più vicina della rete è a ${formatDecimal(first.aggancio_m)} metri dalla sede${road}.`),
    note('Tempi senza traffico, non nell’ora di punta; le aree sono indicative. © OpenStreetMap contributors.'),
  ];
}
