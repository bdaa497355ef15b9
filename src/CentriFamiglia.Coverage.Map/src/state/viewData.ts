import type { FeatureCollection, Geometry } from 'geojson';
import type { LayerAnswer } from '../api/apiClient';
import type { CoverageData } from '../api/coverageData';
import type { FindingRow } from '../api/findingRows';
import type { CatchmentRow, FragilityRow } from '../api/fragilityRows';
import { type Doors, doorsOf, type OpenComuneRow } from '../api/openRows';
import type { CurveRow, EffectRow, SuggestionRow } from '../api/proposalRows';
import { type Provenance, provenanceOf, snapshotOf } from '../api/provenance';
import type { AreaLevel, BudgetRow, ComuneRow, CoverageRow, GapRow, SiteRow, SiteSetRow } from '../api/rows';
import { type MinuteClass, minuteClasses } from '../domain/minuteClasses';
import { type Certificate, catchmentFills, certificateOf } from '../domain/proposals';
import { loadMeasure } from './loadMeasure';
import type { MeasureData } from './measureData';
import { momentOf, proposalQuery, type ViewState } from './viewState';

/** An Ambito, a Distretto or an ATS with its verdict and, where travel is known, its times. */
export interface AreaRecord extends CoverageRow {
  gap: GapRow | null;
}

export type Shapes<Row> = FeatureCollection<Geometry | null, Row>;

/** What the view of the proposals adds. */
export interface ProposalData {
  certificate: Certificate;
  /** Warnings and notes of the search, in sentences. */
  notes: string[];
  /** By code of the comune that would go to a proposal. */
  effects: Map<string, EffectRow>;
  /** Fill of a catchment, by code of the proposed comune. */
  fills: Map<string, string>;
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
  classes: MinuteClass[];
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
  /** By ATS name, and the region under the empty name. */
  totals: Map<string, GapRow>;
  budget: BudgetRow[];
}

/** Thrown when answers of two snapshots would be mixed. */
export class SnapshotChanged extends Error {}

export async function loadViewData(state: ViewState, data: CoverageData): Promise<ViewData> {
  const areaLevel: AreaLevel = state.level === 'comune' ? 'ambito' : state.level;
  const inProposals = state.theme === 'proposte';
  const query = proposalQuery(state);
  const [
    coverage,
    gaps,
    ats,
    region,
    byAts,
    sites,
    suggestions,
    effects,
    findings,
    measure,
    open,
    fragility,
    catchments,
    budget,
    info,
    comuni,
  ] = await Promise.all([
    data.coverage(areaLevel),
    data.gaps(areaLevel),
    data.coverage('ats'),
    data.gaps('regione'),
    data.gaps('ats'),
    data.sites(),
    inProposals || state.showSuggestions ? data.suggestions(query) : null,
    inProposals ? data.effects(query) : null,
    state.theme === 'rilievi' ? data.findings() : null,
    state.theme === 'misure' ? loadMeasure(state, data) : null,
    state.theme === 'orari' ? data.openAt(momentOf(state)) : null,
    state.theme === 'fragilita' ? data.fragility() : null,
    state.theme === 'fragilita' ? data.catchments() : null,
    data.budget(),
    data.siteSets(),
    state.level === 'comune' || inProposals ? data.comuni() : null,
  ]);
  const snapshot = snapshotOf(coverage.meta);
  // Figures that cannot say what they come from are not shown.
  if (snapshot === '') throw new Error('The answers carry no fingerprint');
  const answers = [
    gaps,
    ats,
    region,
    byAts,
    sites,
    suggestions,
    effects,
    findings,
    open,
    fragility,
    catchments,
    budget,
    info,
    comuni,
  ];
  const metas = [...answers.flatMap((answer) => (answer ? [answer.meta] : [])), ...(measure?.metas ?? [])];
  if (metas.some((meta) => snapshotOf(meta) !== snapshot)) throw new SnapshotChanged();

  const gapByCode = new Map(gaps.rows.map((row) => [row.codice, row]));
  const features = coverage.features.map((f) => ({
    ...f,
    properties: { ...f.properties, gap: gapByCode.get(f.properties.codice) ?? null },
  }));
  const totals = new Map(byAts.rows.map((row) => [row.nome, row]));
  for (const row of region.rows) totals.set('', row);
  const provenance = provenanceOf(gaps.meta);
  return {
    provenance,
    classes: minuteClasses(provenance.limits),
    siteSets: info.rows,
    hasRoads: Array.isArray(info.meta['viaggi']) && info.meta['viaggi'].includes('rete'),
    areaLevel,
    areas: { type: 'FeatureCollection', features },
    ats,
    comuni,
    sites,
    suggestions: suggestions ?? { type: 'FeatureCollection', features: [] },
    proposals: suggestions && effects ? proposalsOf(suggestions, effects.rows) : null,
    findings,
    measure: measure?.data ?? null,
    open: open && { rows: new Map(open.rows.map((row) => [row.pro_com_t, row])), doors: doorsOf(open.meta) },
    fragility: fragility &&
      catchments && { sites: fragility, loads: new Map(catchments.rows.map((row) => [row.site_id, row])) },
    totals,
    budget: budget.rows,
  };
}

function proposalsOf(suggestions: LayerAnswer<SuggestionRow>, effects: EffectRow[]): ProposalData {
  const places = suggestions.features.flatMap((f) => {
    const [lon, lat] = f.geometry?.type === 'Point' ? f.geometry.coordinates : [];
    return lon === undefined || lat === undefined ? [] : [{ key: f.properties.pro_com_t, lon, lat }];
  });
  return {
    certificate: certificateOf(suggestions.meta),
    notes: provenanceOf(suggestions.meta).warnings,
    effects: new Map(effects.map((row) => [row.pro_com_t, row])),
    fills: catchmentFills(places),
    curve: null,
  };
}

export const rowsOf = <Row>(shapes: Shapes<Row>): Row[] => shapes.features.map((f) => f.properties);

/** Key of a proposal: a comune may be proposed for several areas, an area may get several. */
export const suggestionCode = (row: SuggestionRow): string => `${row.pro_com_t}-${row.unita_codice}`;
