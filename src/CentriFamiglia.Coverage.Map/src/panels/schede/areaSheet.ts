import { rowsOf } from '../../api/apiClient';
import type { GapRow, SiteRow } from '../../api/rows';
import { curveOf } from '../../domain/curve';
import { inWords, siteNames } from '../../domain/idWords';
import { atMost, excludedIn, excludedWords, isKnown } from '../../domain/knowledge';
import { el } from '../../drawing/dom';
import { swatch } from '../../drawing/patterns';
import { VERDICT_PAINTS } from '../../drawing/styles';
import type { AreaRecord, ViewData } from '../../state/viewData';
import type { Select } from '../../state/viewState';
import { rangeWords } from '../../text/bandWords';
import { LABEL } from '../../text/labels';
import { formatCount, formatKm, formatMinutes, formatPercent } from '../../text/numbers';
import { SHEET } from '../../text/sheetWords';
import { STATISTIC_WORDS } from '../../text/viewWords';
import { evidenceWords, LEVEL_WORDS, VERDICT_WORDS } from '../../text/words';
import { curveChart } from '../shared/curveChart';
import { boundsNote, facts, heading, limitNote, note, some, verdictLine } from '../shared/parts';
import { comuniOf } from './comuniOf';
import { moneySection } from './moneySection';
import { siteList } from './siteList';

/** The sheet of an area: its verdict and why, its sedi, its travel times, and the money of an ATS. */
export function areaSheet(area: AreaRecord, data: ViewData, select: Select): HTMLElement[] {
  const { gap } = area;
  const known = isKnown(area);
  const curve = known && gap ? curveOf(gap, gap.residenti) : [];
  const isAts = data.areaLevel === 'ats';
  const money = isAts ? moneySection(area.nome, data, select) : [];
  return [
    heading(isAts ? LEVEL_WORDS.ats.one : SHEET.within(LEVEL_WORDS[data.areaLevel].one, area.ats), area.nome),
    verdictLine(swatch(VERDICT_PAINTS[area.verdetto]), VERDICT_WORDS[area.verdetto].label, area.dimostrativo),
    el('p', { lang: 'it' }, reasonOf(area, rowsOf(data.sites))),
    ...(data.resources ? money : siteList(area.sedi, data, select)),
    ...(data.resources ? [el('h3', {}, SHEET.sediAndTravel)] : []),
    facts([
      [LABEL.inhabitants, formatCount(area.residenti)],
      ...some(SHEET.hubsAndSpokes, known ? SHEET.hubAndSpoke(area.hub, area.spoke) : null),
      ...some(
        SHEET.undeclaredRole,
        (area.sedi_ruolo_non_dichiarato ?? 0) > 0 ? formatCount(area.sedi_ruolo_non_dichiarato) : null,
      ),
    ]),
    ...(known && gap ? travelFacts(gap) : []),
    ...(curve.length ? [curveChart(curve, data.provenance.limits)] : []),
    ...(data.resources ? [] : money),
    ...comuniOf(area, data, select),
    note(evidenceWords(area.fonte_stato)),
  ];
}

/** The reason names the sedi by their ids; below it they stand by their names. */
const reasonOf = ({ motivo, sedi }: AreaRecord, sites: readonly SiteRow[]): string =>
  inWords(sedi ? motivo.replace(` (${sedi.replaceAll('|', ', ')})`, '') : motivo, siteNames(sites));

const travelFacts = (gap: GapRow): HTMLElement[] => [
  el('h3', {}, SHEET.journey),
  facts([
    [STATISTIC_WORDS.mediana, atMost(gap, formatMinutes(gap.minuti_mediana))],
    [STATISTIC_WORDS.media, atMost(gap, `${formatMinutes(gap.minuti_medi)}, ${formatKm(gap.km_medi)}`)],
    [LABEL.ninety, atMost(gap, formatMinutes(gap.minuti_p90))],
    [SHEET.most, atMost(gap, formatMinutes(gap.minuti_max))],
    [
      LABEL.beyondLimit,
      atMost(
        gap,
        `${formatCount(gap.residenti_oltre_limite)} (${formatPercent(gap.quota_oltre_limite_pct)})${rangeWords(gap.residenti_oltre_minimo, gap.residenti_oltre_massimo)}`,
      ),
    ],
    [LABEL.comuniBeyond, atMost(gap, formatCount(gap.comuni_oltre_limite))],
  ]),
  ...boundsNote(gap),
  ...excludedNote(gap),
  limitNote(gap.viaggio),
];

const excludedNote = (gap: GapRow): HTMLElement[] => {
  const words = excludedWords(excludedIn(gap));
  return words ? [note(words)] : [];
};
