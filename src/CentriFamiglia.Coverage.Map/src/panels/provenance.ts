import { ApiProblem, apiUrl, postForFile } from '../api/apiClient';
import type { Provenance } from '../api/provenance';
import { el, giveFile } from '../drawing/dom';
import { type Download, downloadOf } from '../state/downloads';
import type { ViewState } from '../state/viewState';
import { formatDate } from '../text/numbers';
import { SAVE_PICTURE } from '../text/paperWords';
import { setWords, WATER_SOURCE } from '../text/words';

/** Date, fingerprint, rule set and sources of what is shown, with its downloads. */
export function showProvenance(
  container: HTMLElement,
  provenance: Provenance,
  state: ViewState,
  savePicture: () => void,
): void {
  container.replaceChildren(
    el(
      'dl',
      { class: 'provenance-list' },
      pair('Calcolato', formatDate(provenance.date)),
      pair('Versione dei dati', snapshotButton(provenance.snapshot)),
      pair('Regole', provenance.ruleSet),
      pair('Sedi', setWords(provenance.sedi.name)),
    ),
    el('p', { class: 'downloads' }, 'Scarica: ', ...downloads(state, savePicture)),
    el(
      'details',
      { class: 'sources' },
      el('summary', {}, `Fonti: ${[...provenance.attributions, WATER_SOURCE].join(' · ')}`),
    ),
  );
}

function downloads(state: ViewState, savePicture: () => void): (HTMLElement | string)[] {
  const said = el('span', { class: 'field-error', role: 'alert' });
  return [
    download(downloadOf(state, 'geojson'), 'GeoJSON', said),
    ' ',
    download(downloadOf(state, 'csv'), 'CSV', said),
    ' ',
    el('button', { type: 'button', onclick: savePicture, 'aria-label': SAVE_PICTURE, title: SAVE_PICTURE }, 'PNG'),
    said,
  ];
}

/** A link; where the question stands in a body, a button that asks it and gives its answer. */
function download({ resource, query, body, name }: Download, label: string, said: HTMLElement): HTMLElement {
  if (body === null) return el('a', { href: apiUrl(resource, query), download: name }, label);
  const give = async () => {
    said.textContent = '';
    try {
      giveFile(name, await postForFile(resource, query, body));
    } catch (error) {
      said.textContent = ` Non scaricato: ${error instanceof ApiProblem ? error.detail || error.message : 'riprovare'}`;
    }
  };
  return el('button', { type: 'button', onclick: () => void give() }, label);
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
