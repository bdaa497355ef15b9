import type { Shapes } from '../api/apiClient';
import type { FindingRow } from '../api/findingRows';
import type { CatchmentRow, FragilityRow } from '../api/fragilityRows';
import type { Doors, OpenComuneRow } from '../api/openRows';
import type { CurveRow, EffectRow, SuggestionRow } from '../api/proposalRows';
import type { Provenance } from '../api/provenance';
import type { BudgetRow, ComuneRow, CoverageRow, GapRow, SiteRow, SiteSetRow } from '../api/rows';
import type { ValueClass } from '../domain/classes';
import { type Cure, cureOf, type Excluded, excludedIn, isKnown } from '../domain/knowledge';
import type { Certificate } from '../domain/proposals';
import type { AreaLevel } from '../text/words';
import type { MeasureData } from './measureData';
import type { TrialData } from './trialData';
import type { ViewState } from './viewState';

/** An Ambito, a Distretto or an ATS with its verdict and, where travel is known, its times. */
export interface AreaRecord extends CoverageRow {
  gap: GapRow | null;
}

/** What the view of the proposals adds. */
export interface ProposalData {
  certificate: Certificate;
  /** Warnings and notes of the search, in sentences. */
  notes: string[];
  /** By code of the comune that would go to a proposal. */
  effects: Map<string, EffectRow>;
  /** Fill of a catchment, by code of the proposed comune. */
  fills: Map<string, string>;
  /** What is proposed in all, and what all of it together gives to those that count. */
  totals: { spokes: number; hubs: number; gained: number | null; saved: number | null };
  /** Null until asked for. */
  curve: CurveRow[] | null;
}

/** What the view of the fragility adds: the sedi, and who would go to each, by id. */
export interface FragilityData {
  sites: Shapes<FragilityRow>;
  loads: Map<string, CatchmentRow>;
}

/** What the view of the hours adds: the comuni by code, with the doors that are open. */
export interface OpenData {
  rows: Map<string, OpenComuneRow>;
  doors: Doors;
}

/** All that one view shows. */
export interface ViewData {
  provenance: Provenance;
  /** Classes of the minutes, by the limits in use. */
  classes: ValueClass[];
  siteSets: SiteSetRow[];
  /** Whether the service has a road network, so that isochrones can be asked for. */
  hasRoads: boolean;
  /** Level of `areas`: that of the view, or Ambito while the view shows comuni. */
  areaLevel: AreaLevel;
  areas: Shapes<AreaRecord>;
  /** The eight ATS: the ground of the map and the choice of the filter. */
  ats: Shapes<CoverageRow>;
  /** Null until asked for. */
  comuni: Shapes<ComuneRow> | null;
  sites: Shapes<SiteRow>;
  /** Empty while the view does not show them. */
  suggestions: Shapes<SuggestionRow>;
  /** Null outside the view of the proposals. */
  proposals: ProposalData | null;
  /** Null outside the view of the findings. */
  findings: Shapes<FindingRow> | null;
  /** Null outside the view of the measures. */
  measure: MeasureData | null;
  /** Null outside the view of the hours. */
  open: OpenData | null;
  /** Null outside the view of the fragility. */
  fragility: FragilityData | null;
  /** Null outside the view of the trial. */
  trial: TrialData | null;
  /** By ATS name, and the region under the empty name. */
  totals: Map<string, GapRow>;
  budget: BudgetRow[];
  /** Names of the networks, by id. */
  networks: Map<string, string>;
}

/** What to do where nothing is known of what the view is about; null where something is. */
export function cureFor({ totals, provenance }: ViewData, { ats }: Pick<ViewState, 'ats'>): Cure | null {
  const total = totals.get(ats ?? '');
  return total && !isKnown(total) ? cureOf(provenance.sedi, ats) : null;
}

/** What the figures of the view leave out: of the ATS chosen, or of the region. */
export function excludedOf({ totals, provenance }: ViewData, { ats }: Pick<ViewState, 'ats'>): Excluded {
  const total = totals.get(ats ?? '');
  return total ? excludedIn(total) : provenance.excluded;
}

/** Only where a list is complete may an area be called uncovered: elsewhere none is, and that says nothing. */
export const mayBeUncovered = ({ provenance: { sedi } }: ViewData, { ats }: Pick<ViewState, 'ats'>): boolean =>
  sedi.complete || (ats === null ? sedi.completeFor.length > 0 : sedi.completeFor.includes(ats));

/** Key of a proposal: a comune may be proposed for several areas, an area may get several. */
export const suggestionCode = (row: SuggestionRow): string => `${row.pro_com_t}-${row.unita_codice}`;
