import type { Provenance } from '../api/provenance';
import { el } from '../drawing/dom';
import { ORIGIN } from '../text/controlWords';
import { LABEL } from '../text/labels';
import { formatDate } from '../text/numbers';
import { setWords, WATER_SOURCE } from '../text/words';

/** Date, fingerprint, rule set and sources of what is shown. */
export function showProvenance(container: HTMLElement, provenance: Provenance): void {
  container.replaceChildren(
    el(
      'dl',
      { class: 'provenance-list' },
      pair(ORIGIN.date, formatDate(provenance.date)),
      pair(ORIGIN.version, snapshotButton(provenance.snapshot)),
      pair(ORIGIN.rules, el('span', { lang: 'it' }, provenance.ruleSet)),
      pair(LABEL.sedi, setWords(provenance.sedi.name)),
    ),
    el(
      'details',
      { class: 'sources' },
      el(
        'summary',
        {},
        `${ORIGIN.sources}: `,
        el('span', { lang: 'it' }, provenance.attributions.join(' · ')),
        ` · ${WATER_SOURCE}`,
      ),
    ),
  );
}

function snapshotButton(snapshot: string): HTMLElement {
  const short = snapshot.slice(0, 12);
  const button = el('button', { type: 'button', class: 'hash', title: ORIGIN.copy(snapshot) }, short);
  button.addEventListener('click', async () => {
    await navigator.clipboard?.writeText(snapshot);
    button.textContent = ORIGIN.copied;
    setTimeout(() => {
      button.textContent = short;
    }, 1500);
  });
  return button;
}

const pair = (name: string, value: string | HTMLElement): HTMLElement =>
  el('div', {}, el('dt', {}, name), el('dd', {}, value));
