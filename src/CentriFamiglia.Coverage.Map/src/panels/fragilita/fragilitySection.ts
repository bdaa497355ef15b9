import { rowsOf } from '../../api/apiClient';
import { atMost } from '../../domain/knowledge';
import { el } from '../../drawing/dom';
import type { FragilityData } from '../../state/viewData';
import { formatCount, formatDecimal, formatMinutes } from '../../text/numbers';
import { facts, limitNote, note, some } from '../shared/parts';

/** What closing a sede would do, and who goes to it; nothing where the sede is not among those that count. */
export function fragilitySection(site: string, { sites, loads }: FragilityData): HTMLElement[] {
  const row = rowsOf(sites).find((each) => each.site_id === site);
  if (!row) return [];
  const load = loads.get(site);
  const lost = [
    row.ambito_perso && `Ambito ${row.ambito_perso}`,
    row.distretto_perso && `Distretto ${row.distretto_perso}`,
  ];
  return [
    el('h3', {}, 'Se chiude solo questa'),
    facts([
      [
        'Posizione fra le più critiche',
        row.posizione === null ? 'la chiusura non cambia nulla' : `${formatCount(row.posizione)}ª`,
      ],
      ['Aree senza sede', lost.filter(Boolean).join(', ') || 'nessuna'],
      ['Residenti oltre il limite in più', atMost(row, formatCount(row.residenti_oltre_limite_in_piu))],
      ...some(
        'In altre ATS',
        (row.residenti_oltre_limite_altrove ?? 0) > 0
          ? atMost(row, formatCount(row.residenti_oltre_limite_altrove))
          : null,
      ),
      ['Residenti senza alcuna sede in più', atMost(row, formatCount(row.residenti_senza_sede_in_piu))],
      ['Minuti-residente in più', atMost(row, formatCount(row.minuti_residente_in_piu))],
      ['Spoke che restano senza Hub', formatCount(row.spoke_senza_hub)],
    ]),
    ...(load
      ? [
          el('h3', {}, 'Il suo bacino'),
          facts([
            ['Residenti', atMost(row, formatCount(load.residenti))],
            ['Comuni', formatCount(load.comuni)],
            ['Minuti medi e massimi', `${formatMinutes(load.minuti_medi)}, ${formatMinutes(load.minuti_max)}`],
            ['Ore settimanali', load.ore_settimanali === null ? 'non dichiarate' : formatDecimal(load.ore_settimanali)],
            ['Residenti per ora di apertura', formatDecimal(load.residenti_per_ora)],
          ]),
          note('Il bacino è di chi ha questa sede come la più vicina.'),
        ]
      : []),
    limitNote(row.viaggio),
  ];
}
