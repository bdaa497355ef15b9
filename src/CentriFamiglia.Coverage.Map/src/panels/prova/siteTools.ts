import type { ComuneRow, SiteRow } from '../../api/rows';
import { type TrialChange, type TrialValue, withClosed, without, withPlace, withValue } from '../../domain/trial';
import { el } from '../../drawing/dom';
import { field, options } from '../shared/fields';
import { ComuneField } from './comuneField';

/** What may be done with a sede in a trial, in its sheet. */
export function siteTools(
  site: SiteRow,
  trial: readonly TrialChange[],
  networks: ReadonlyMap<string, string>,
  comuni: readonly ComuneRow[],
  commit: (trial: readonly TrialChange[], said: string) => void,
): HTMLElement[] {
  const { site_id: id, name } = site;
  const change = trial.find((c) => c.id === id);
  const closed = change?.op === 'close';
  const set = (column: string, value: TrialValue, said: string) => commit(withValue(trial, id, column, value), said);

  const hours = el('input', { id: 'prova-orari', autocomplete: 'off', placeholder: 'per esempio lun-ven 9-13' });
  hours.value = site.opening_hours ?? '';
  hours.addEventListener('change', () => set('opening_hours', hours.value.trim() || null, `${name}: orari cambiati`));

  const network = el('select', { id: 'prova-rete' });
  options(network, [
    ['', 'senza rete'],
    ...[...networks].map(([code, words]): [string, string] => [code, `${words} (${code})`]),
  ]);
  network.value = site.network_id ?? '';
  network.addEventListener('change', () => set('network_id', network.value || null, `${name}: rete cambiata`));

  const place = new ComuneField('prova-sposta', 'Sposta in un comune', 'Sposta', (code) =>
    commit(withPlace(trial, id, { pro_com_t: code }), `${name} spostata`),
  );
  place.offer(comuni);

  const press = (label: string, onclick: () => void) =>
    el('button', { type: 'button', id: `prova-${label.toLowerCase()}`, class: 'quiet-button', onclick }, label);
  return [
    el('h3', { class: 'trial-title' }, 'Nella prova'),
    ...(closed
      ? [el('p', {}, 'La sede è chiusa nella prova.')]
      : [field('Orari', hours), field('Rete', network), place.element]),
    el(
      'div',
      { class: 'trial-tools' },
      closed ? null : press('Chiudi', () => commit(withClosed(trial, id), `${name} chiusa`)),
      change ? press('Ripristina', () => commit(without(trial, id), `${name} come prima`)) : null,
    ),
  ];
}
