import { rowsOf } from '../../api/apiClient';
import { atMost } from '../../domain/knowledge';
import { el } from '../../drawing/dom';
import type { FragilityData } from '../../state/viewData';
import { LABEL, SAID } from '../../text/labels';
import { formatCount, formatDecimal, formatMinutes } from '../../text/numbers';
import { CLOSING } from '../../text/sheetWords';
import { LEVEL_WORDS } from '../../text/words';
import { facts, limitNote, note, some } from '../shared/parts';

/** What closing a sede would do, and who goes to it; nothing where the sede is not among those that count. */
export function fragilitySection(site: string, { sites, loads }: FragilityData): HTMLElement[] {
  const row = rowsOf(sites).find((each) => each.site_id === site);
  if (!row) return [];
  const load = loads.get(site);
  const lost = [
    row.ambito_perso && `${LEVEL_WORDS.ambito.one} ${row.ambito_perso}`,
    row.distretto_perso && `${LEVEL_WORDS.distretto.one} ${row.distretto_perso}`,
  ];
  return [
    el('h3', {}, CLOSING.title),
    facts([
      [CLOSING.position, row.posizione === null ? CLOSING.nothing : SAID.place(row.posizione)],
      [LABEL.areasWithout, lost.filter(Boolean).join(', ') || SAID.none],
      [CLOSING.moreBeyond, atMost(row, formatCount(row.residenti_oltre_limite_in_piu))],
      ...some(
        CLOSING.elsewhere,
        (row.residenti_oltre_limite_altrove ?? 0) > 0
          ? atMost(row, formatCount(row.residenti_oltre_limite_altrove))
          : null,
      ),
      [CLOSING.moreWithout, atMost(row, formatCount(row.residenti_senza_sede_in_piu))],
      [LABEL.moreMinutes, atMost(row, formatCount(row.minuti_residente_in_piu))],
      [CLOSING.spokesAlone, formatCount(row.spoke_senza_hub)],
    ]),
    ...(load
      ? [
          el('h3', {}, CLOSING.catchment),
          facts([
            [LABEL.residents, atMost(row, formatCount(load.residenti))],
            [LABEL.comuni, formatCount(load.comuni)],
            [CLOSING.minutes, `${formatMinutes(load.minuti_medi)}, ${formatMinutes(load.minuti_max)}`],
            [
              CLOSING.weeklyHours,
              load.ore_settimanali === null ? SAID.weeklyUndeclared : formatDecimal(load.ore_settimanali),
            ],
            [LABEL.perHour, formatDecimal(load.residenti_per_ora)],
          ]),
          note(CLOSING.whose),
        ]
      : []),
    limitNote(row.viaggio),
  ];
}
