import { rowsOf } from '../api/apiClient';
import { findingCode } from '../domain/findings';
import { suggestionCode } from '../domain/proposals';
import type { TrialChange } from '../domain/trial';
import type { ViewData } from '../state/viewData';
import type { Change, Select, Selection } from '../state/viewState';
import { fragilitySection } from './fragilita/fragilitySection';
import { measureFacts } from './misure/measureFacts';
import { openFacts } from './orari/openFacts';
import { placeTools } from './proposte/placeTools';
import { proposalSheet } from './proposte/proposalSheet';
import { siteTools } from './prova/siteTools';
import { findingSheet } from './rilievi/findingSheet';
import { areaSheet } from './schede/areaSheet';
import { changeFacts } from './schede/changeFacts';
import { comuneSheet } from './schede/comuneSheet';
import { networkSection } from './schede/networkSection';
import { siteSheet } from './schede/siteSheet';
import { siteWeek } from './schede/siteWeek';
import { type DrawIsochrones, isochroneSection } from './viaggi/isochrones';

/** What a sheet may ask of the page. */
interface SheetActions {
  select: Select;
  draw: DrawIsochrones;
  /** Another trial, and what to say of it. */
  change: Change;
  tryOut(trial: readonly TrialChange[], said: string): void;
  /** What is decided of a proposal, by its number; nothing outside a frozen analysis. */
  decision(number: number): HTMLElement[];
}

/** The sheet of what is selected, if anything is. */
export const sheetOf = (
  selection: Selection | null,
  data: ViewData | null,
  actions: SheetActions,
): HTMLElement[] | null => (selection && data ? detailsOf(selection, data, actions) : null);

/** The sheet of what is selected, or null where the view does not hold it. */
export function detailsOf(
  { kind, code }: Selection,
  data: ViewData,
  { select, draw, tryOut, change, decision }: SheetActions,
): HTMLElement[] | null {
  switch (kind) {
    case 'sede': {
      const site = rowsOf(data.sites).find((row) => row.site_id === code);
      if (!site) return null;
      const drawable = data.hasRoads && site.status === 'active';
      return [
        ...siteSheet(site, data.networks, [
          ...(data.trial?.by === 'prova'
            ? siteTools(site, data.trial.changes, data.networks, data.comuni ? rowsOf(data.comuni) : [], tryOut)
            : []),
          // A trial may have other hours, and another network.
          ...(data.trial ? [] : [...siteWeek(site.orario_letto), ...networkSection(site, data, select)]),
          ...(drawable ? [isochroneSection(code, draw)] : []),
        ]),
        ...(data.fragility ? fragilitySection(code, data.fragility) : []),
      ];
    }
    case 'proposta': {
      const suggestion = rowsOf(data.suggestions).find((row) => suggestionCode(row) === code);
      if (!suggestion) return null;
      const sheet = proposalSheet(suggestion, data);
      return [...sheet.slice(0, 2), ...decision(suggestion.ordine), ...sheet.slice(2)];
    }
    case 'rilievo': {
      const finding = data.findings && rowsOf(data.findings).find((row) => findingCode(row) === code);
      return finding && data.findings ? findingSheet(finding, data.findings, select) : null;
    }
    case 'comune': {
      const comune = data.comuni && rowsOf(data.comuni).find((row) => row.pro_com_t === code);
      return comune
        ? [
            ...comuneSheet(comune, data, select),
            ...(data.proposals ? [placeTools(code, data.proposals.query.knobs, change)] : []),
            ...(data.trial ? changeFacts(kind, code, data.trial) : []),
            ...viewFacts(code, data),
          ]
        : null;
    }
    default: {
      if (kind !== data.areaLevel) return null;
      const area = rowsOf(data.areas).find((row) => row.codice === code);
      if (!area) return null;
      const changes = data.trial ? changeFacts(kind, code, data.trial) : [];
      const [head, ...facts] = areaSheet(area, data, select);
      return [...(head ? [head] : []), ...changes, ...facts, ...viewFacts(code, data)];
    }
  }
}

/** What the view in use says of a comune or an area, beside what its sheet always says. */
const viewFacts = (code: string, { measure, open, trial }: ViewData): HTMLElement[] => [
  ...(measure ? measureFacts(code, measure, trial?.measure) : []),
  ...(open ? openFacts(code, open) : []),
];
