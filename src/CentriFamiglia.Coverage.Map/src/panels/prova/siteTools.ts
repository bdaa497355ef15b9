import type { ComuneRow, SiteRow } from '../../api/rows';
import { type TrialChange, type TrialValue, withClosed, without, withPlace, withValue } from '../../domain/trial';
import { el } from '../../drawing/dom';
import { LABEL, SAID } from '../../text/labels';
import { TRIAL_TOOLS } from '../../text/trialWords';
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

  const hours = el('input', { id: 'prova-orari', autocomplete: 'off', placeholder: TRIAL_TOOLS.example });
  hours.value = site.opening_hours ?? '';
  hours.addEventListener('change', () =>
    set('opening_hours', hours.value.trim() || null, TRIAL_TOOLS.hoursChanged(name)),
  );

  const network = el('select', { id: 'prova-rete' });
  options(network, [
    ['', SAID.noNetwork],
    ...[...networks].map(([code, words]): [string, string] => [code, `${words} (${code})`]),
  ]);
  network.value = site.network_id ?? '';
  network.addEventListener('change', () => set('network_id', network.value || null, TRIAL_TOOLS.networkChanged(name)));

  const place = new ComuneField('prova-sposta', TRIAL_TOOLS.moveTo, TRIAL_TOOLS.move, (code) =>
    commit(withPlace(trial, id, { pro_com_t: code }), TRIAL_TOOLS.moved(name)),
  );
  place.offer(comuni);

  const press = (id: string, label: string, onclick: () => void) =>
    el('button', { type: 'button', id, class: 'quiet-button', onclick }, label);
  return [
    el('h3', { class: 'trial-title' }, TRIAL_TOOLS.title),
    ...(closed
      ? [el('p', {}, TRIAL_TOOLS.isClosed)]
      : [field(LABEL.hours, hours), field(LABEL.network, network), place.element]),
    el(
      'div',
      { class: 'trial-tools' },
      closed
        ? null
        : press('prova-chiudi', TRIAL_TOOLS.close, () => commit(withClosed(trial, id), TRIAL_TOOLS.closed(name))),
      change
        ? press('prova-ripristina', TRIAL_TOOLS.restore, () => commit(without(trial, id), TRIAL_TOOLS.asBefore(name)))
        : null,
    ),
  ];
}
