import type { Provenance } from '../api/provenance';
import { el } from '../drawing/dom';
import { formatDate } from '../text/numbers';
import { setWords, WATER_SOURCE } from '../text/words';

/** Date, fingerprint, rule set and sources of what is shown. */
export function showProvenance(container: HTMLElement, provenance: Provenance): void {
  container.replaceChildren(
    el(
      'dl',
      { class: 'provenance-list' },
      pair('Calcolato', formatDate(provenance.date)),
      pair('Versione dei dati', snapshotButton(provenance.snapshot)),
      pair('Regole', provenance.ruleSet),
      pair('Sedi', setWords(provenance.sedi.name)),
    ),
    el(
      'details',
      { class: 'sources' },
      el('summary', {}, `Fonti: ${[...provenance.attributions, WATER_SOURCE].join(' · ')}`),
    ),
  );
}

function snapshotButton(snapshot: string): HTMLElement {
  const short = snapshot.slice(0, 12);
  const button = el(
    'button',
    { type: 'button', class: 'hash', title: `Copia l’impronta completa dei dati: ${snapshot}` },
    short,
  );
  button.addEventListener('click', async () => {
    await navigator.clipboard?.writeText(snapshot);
    button.textContent = 'copiata';
    setTimeout(() => {
      button.textContent = short;
    }, 1500);
  });
  return button;
}

const pair = (name: string, value: string | HTMLElement): HTMLElement =>
  el('div', {}, el('dt', {}, name), el('dd', {}, value));
