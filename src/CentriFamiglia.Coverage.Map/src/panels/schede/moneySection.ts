import { rowsOf } from '../../api/apiClient';
import type { BudgetRow, NetworkRow } from '../../api/rows';
import { freeShare, freeWords } from '../../domain/resources';
import { el } from '../../drawing/dom';
import { SITE_MARKERS } from '../../drawing/markerStyles';
import { markerCanvas } from '../../drawing/markers';
import type { ViewData } from '../../state/viewData';
import type { Select } from '../../state/viewState';
import { LABEL } from '../../text/labels';
import { formatEuro, formatPercent } from '../../text/numbers';
import { networkSubtitle, RESOURCE_WORDS } from '../../text/resourceWords';
import { SHEET } from '../../text/sheetWords';
import { facts, note, type Offer, offerList, some } from '../shared/parts';

/** The money of an ATS: what it has, what its networks take, what is left; and the networks with their contributions. */
export function moneySection(ats: string, data: ViewData, select: Select): HTMLElement[] {
  const money = data.budget.find((row) => row.ats === ats);
  if (!money) return [];
  const networks = data.networkRows.filter((row) => row.ats === ats);
  return [
    el('h3', {}, LABEL.fundShare),
    facts(moneyFacts(money)),
    ...notesOf(money).map(note),
    ...(networks.length ? [el('h3', {}, RESOURCE_WORDS.networks), offerList(offersOf(networks, data, select))] : []),
  ];
}

function moneyFacts(money: BudgetRow): [string, string][] {
  const share = freeShare(money);
  return [
    [RESOURCE_WORDS.assigned, formatEuro(money.assegnazione_eur)],
    [RESOURCE_WORDS.equal, formatEuro(money.parte_uguale_eur)],
    [RESOURCE_WORDS.byResidents, formatEuro(money.parte_residenti_eur)],
    ...some(
      RESOURCE_WORDS.former,
      money.residui_anni_precedenti_eur > 0 ? formatEuro(money.residui_anni_precedenti_eur) : null,
    ),
    [RESOURCE_WORDS.committed, share === null ? RESOURCE_WORDS.notKnown : formatEuro(money.impegnato_eur)],
    [
      RESOURCE_WORDS.free,
      share === null
        ? RESOURCE_WORDS.notKnown
        : `${freeWords(money, formatEuro(money.libero_eur))} (${formatPercent(share)})`,
    ],
    [RESOURCE_WORDS.spent, money.speso_eur === null ? RESOURCE_WORDS.unstated : formatEuro(money.speso_eur)],
    [RESOURCE_WORDS.projects, SHEET.atCeiling(money.progetti_al_tetto_ats, money.tetto_ats_eur, money.tetto_ats_mesi)],
    [RESOURCE_WORDS.left, formatEuro(money.residuo_eur)],
    [RESOURCE_WORDS.perResident, formatEuro(money.eur_per_residente)],
  ];
}

const notesOf = (money: BudgetRow): string[] => [
  ...((money.reti_senza_contributo ?? 0) > 0 ? [SHEET.unstatedGrants(money.reti_senza_contributo)] : []),
  ...((money.reti_oltre_tetto ?? 0) > 0 ? [SHEET.overCeiling(money.reti_oltre_tetto)] : []),
  ...(money.elenco_incompleto ? [SHEET.networksPartial] : []),
];

/** Each network opens its Hub, or another of its sedi. */
const offersOf = (networks: NetworkRow[], data: ViewData, select: Select): Offer[] =>
  networks.flatMap((network) => {
    const sites = rowsOf(data.sites).filter((site) => site.network_id === network.network_id);
    const hub = sites.find((site) => site.role === 'hub') ?? sites[0];
    if (!hub) return [];
    return [
      {
        sample: markerCanvas(SITE_MARKERS[hub.role]),
        title: network.name,
        subtitle: networkSubtitle(network),
        open: () => select({ kind: 'sede', code: hub.site_id }),
      },
    ];
  });
