import type { Shapes } from '../api/apiClient';
import type { FindingRow } from '../api/findingRows';
import type { CatchmentRow, FragilityRow } from '../api/fragilityRows';
import type { LayoutRow } from '../api/layoutRows';
import type { Doors, OpenComuneRow } from '../api/openRows';
import type { ProposalQuery } from '../api/proposalQuery';
import type { CurveRow, EffectRow, SuggestionRow } from '../api/proposalRows';
import type { Provenance } from '../api/provenance';
import type {
  BudgetRow,
  ComuneRow,
  CoverageRow,
  GapRow,
  NetworkRow,
  RuleSetRow,
  SiteRow,
  SiteSetRow,
} from '../api/rows';
import type { TrialAnswer } from '../api/trialRows';
import type { WeekAreaRow, WeekRow } from '../api/weekRows';
import type { ValueClass } from '../domain/classes';
import { type Cure, cureOf, type Excluded, excludedIn, isKnown } from '../domain/knowledge';
import type { Certificate, Gains } from '../domain/proposals';
import type { TrialChange } from '../domain/trial';
import type { Against } from '../text/viewWords';
import type { AreaLevel } from '../text/words';
import type { DeskData } from './deskData';
import type { MeasureData } from './measureData';
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
  /** What was asked: while another answer is sought, no longer what the view says. */
  query: ProposalQuery;
  gains: Gains;
  /** Figures of today within the limit that was asked for; null where it is that of each comune's class. */
  today: GapRow | null;
  /** By code of the comune that would go to a proposal; empty until they have come. */
  effects: Map<string, EffectRow>;
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

/** What the view of the trial adds. */
export interface TrialData {
  changes: readonly TrialChange[];
  /** Null until the first answer. */
  answer: TrialAnswer | null;
  /** Whose the changes are. */
  by: Against;
  /** Of the state that has them: `Con le proposte`, `Al 30/06/2024`. */
  name: string;
  /** The measure of the view in that state; null outside the view of the measures, and until it has come. */
  measure: MeasureData | null;
  /** Why there is no answer; empty while there is none to give. */
  problem: string;
  /** The view without them. */
  today: ViewData | null;
  /** What the program would do in their place, or does where they are its own; null where that is not asked for. */
  rival: RivalData | null;
}

/** The sedi that the program proposes, and what they change. */
export interface RivalData {
  query: ProposalQuery;
  /** As changes of sedi; empty until they are found. */
  changes: readonly TrialChange[];
  /** Their comuni, by number. */
  places: readonly string[];
  certificate: Certificate | null;
  /** Null until they are found. */
  answer: TrialAnswer | null;
  /** Why they are not; empty while they are sought, or where they are. */
  problem: string;
}

/** Which state the hours are of, where it is another day, another set of sedi or other rules. */
export interface OtherHours {
  name: string;
  today: ViewData;
  /** Why they are today's all the same; empty where they are not. */
  problem: string;
}

/** All that one view shows. */
export interface ViewData {
  provenance: Provenance;
  /** Classes of the minutes, by the limits in use. */
  classes: ValueClass[];
  siteSets: SiteSetRow[];
  /** The rule sets that can be asked for. */
  ruleSets: RuleSetRow[];
  /** Whether the service has a road network, so that isochrones can be asked for. */
  hasRoads: boolean;
  /** Level of `areas`: that of the view, or Ambito while the view shows comuni. */
  areaLevel: AreaLevel;
  areas: Shapes<AreaRecord>;
  /** The eight ATS: the ground of the map and the choice of the filter. */
  ats: Shapes<CoverageRow>;
  /** Fingerprint of all borders, which are drawn from tiles: rows of areas and comuni stand at a point, with a box. */
  borders: string;
  /** Null until asked for. */
  comuni: Shapes<ComuneRow> | null;
  /** With their whole borders; null until something is computed from them. */
  comuneShapes: Shapes<ComuneRow> | null;
  sites: Shapes<SiteRow>;
  /** Empty while the view does not show them. */
  suggestions: Shapes<SuggestionRow>;
  /** Null outside the view of the proposals, and until the first have been found. */
  proposals: ProposalData | null;
  /** Null outside the view of the findings. */
  findings: Shapes<FindingRow> | null;
  /** Null outside the view of the measures. */
  measure: MeasureData | null;
  /** Null outside the view of the hours. */
  open: OpenData | null;
  /** Half hour by half hour, of the ATS chosen or of all; null outside the view of the hours. */
  week: { moments: WeekRow[]; areas: WeekAreaRow[] } | null;
  /** Null outside the view of the fragility. */
  fragility: FragilityData | null;
  /** By name of the ATS; null outside the view of the money. */
  resources: Map<string, BudgetRow> | null;
  /** By name of the ATS; null outside the view of the projects. */
  layout: Map<string, LayoutRow> | null;
  /** Null where the hours are today's. */
  otherHours: OtherHours | null;
  /** Null where today is shown and nothing else. */
  trial: TrialData | null;
  /** Null outside the view of the decisions. */
  desk: DeskData | null;
  /** By ATS name, and the region under the empty name. */
  totals: Map<string, GapRow>;
  budget: BudgetRow[];
  networkRows: NetworkRow[];
  /** Of one network, by the planning criterion; null where the service does not say it. */
  mostSpokes: number | null;
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
