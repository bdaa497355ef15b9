import type { IsochroneRow } from '../api/rows';
import { el } from '../dom';
import { ISOCHRONES, isochroneStyle } from '../domain/isochrones';
import { swatch } from '../map/patterns';
import { formatCount, formatDecimal } from '../text/numbers';

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
      answer.replaceChildren(el('p', { class: 'note' }, error instanceof Error ? error.message : String(error)));
    } finally {
      button.disabled = false;
    }
  });
  return el('section', { class: 'isochrones' }, el('h3', {}, 'Isocrone sulla rete stradale'), button, answer);
}

function described(rows: IsochroneRow[]): HTMLElement[] {
  const [first] = rows;
  if (first?.stato !== 'ok')
    return [el('p', { class: 'note' }, 'La sede è troppo lontana da una strada della rete: non si può disegnare.')];
  const items = rows.map((row) => {
    const { fill } = isochroneStyle(row.minuti);
    return el(
      'li',
      {},
      swatch(fill, 'plain', fill),
      el(
        'span',
        {},
        `entro ${row.minuti} minuti`,
        el('small', {}, `${formatCount(row.residenti)} residenti, contati sui tempi`),
      ),
    );
  });
  const road = first.strada ? ` in ${first.strada}` : '';
  return [
    el('ul', { class: 'legend-list' }, ...items),
    el('p', { class: 'note' }, `Si entra nella rete a ${formatDecimal(first.aggancio_m)} metri dalla sede${road}.`),
    el(
      'p',
      { class: 'note' },
      'Percorsi a strada scorrevole, non nell’ora di punta; le aree servono a disegnare. © OpenStreetMap contributors.',
    ),
  ];
}
