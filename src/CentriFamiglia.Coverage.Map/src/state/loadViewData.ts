import { may } from '../api/account';
import { type LayerAnswer, rowsOf, type Shapes, type TableAnswer } from '../api/apiClient';
import type { CoverageData } from '../api/coverageData';
import type { FindingRow } from '../api/findingRows';
import { asList, asNumber, asObject, type Json } from '../api/meta';
import { doorsOf, type OpenComuneRow } from '../api/openRows';
import { bordersOf } from '../api/placed';
import { type Provenance, provenanceOf, SnapshotChanged, snapshotOf } from '../api/provenance';
import type { CoverageRow, GapRow, RuleSetRow } from '../api/rows';
import { minuteClasses } from '../domain/classes';
import { inWords, siteNames } from '../domain/idWords';
import { areaLevelOf } from '../domain/levels';
import { ROADS_SOURCE } from '../text/mapWords';
import { measureDataOf } from './measureItems';
import { NOTHING_READ } from './nothingRead';
import { withNewNetworks } from './proposalData';
import type { AreaRecord, OpenData, ViewData } from './viewData';
import { hasOwnProposals, momentOf, proposalQuery, showsSuggestions, type ViewState } from './viewState';

/** All that a view shows but for the proposals of their own view; what another view alone needs is not asked for. */
export async function loadViewData(state: ViewState, data: CoverageData): Promise<ViewData> {
  if (!may('leggere_cifre')) return { ...NOTHING_READ };
  const areaLevel = areaLevelOf(state.level);
  const answers = await answersFor(state, data);
  const { gaps, region, byAts, suggestions, measure, reachRegion, reachAts, open } = answers;
  checkSnapshots(Object.values(answers));
  const hasRoads = asList(answers.info.meta['viaggi']).includes('rete');
  const provenance = withRoads(provenanceOf(gaps.meta), hasRoads);
  return {
    provenance,
    classes: minuteClasses(provenance.limits),
    siteSets: answers.info.rows,
    ruleSets: asList(answers.info.meta['insiemi_di_regole']) as RuleSetRow[],
    hasRoads,
    areaLevel,
    areas: withGaps(answers.coverage, gaps.rows),
    ats: answers.ats,
    borders: bordersOf(answers.places.meta),
    comuni: answers.comuni,
    comuneShapes: null,
    sites: answers.sites,
    suggestions: suggestions ?? { type: 'FeatureCollection', features: [] },
    proposals: null,
    findings: answers.findings && withNames(answers.findings, siteNames(rowsOf(answers.sites))),
    measure: measure && reachRegion && reachAts && measureDataOf(state, measure, [reachRegion.rows, reachAts.rows]),
    open: open && openDataOf(open),
    week: answers.week && answers.weekAreas && { moments: answers.week.rows, areas: answers.weekAreas.rows },
    otherHours: null,
    fragility: answers.fragility &&
      answers.catchments && {
        sites: answers.fragility,
        loads: byKey(answers.catchments.rows, (row) => row.site_id),
      },
    resources: state.theme === 'risorse' ? byKey(answers.budget.rows, (row) => row.ats) : null,
    layout: answers.layout && byKey(answers.layout.rows, (row) => row.ats),
    trial: null,
    desk: null,
    totals: new Map([...byKey(byAts.rows, (row) => row.nome), ...byKey(region.rows, () => '')]),
    budget: answers.budget.rows,
    networkRows: answers.networks.rows,
    mostSpokes: asNumber(asObject(answers.networks.meta['totali'])['spoke_massimo']),
    networks: withNewNetworks(new Map(answers.networks.rows.map((row) => [row.network_id, row.name])), suggestions),
  };
}

const openDataOf = (answer: TableAnswer<OpenComuneRow>): OpenData => ({
  rows: byKey(answer.rows, (row) => row.pro_com_t),
  doors: doorsOf(answer.meta),
});

/** What the view of the hours shows of another state: the moment chosen, the week, the sedi. */
export async function loadHours(
  state: ViewState,
  data: CoverageData,
): Promise<Pick<ViewData, 'open' | 'week' | 'sites'>> {
  const [open, week, areas, sites] = await Promise.all([
    data.openAt(momentOf(state)),
    data.week(state.ats),
    data.weekByAmbito(),
    data.sites(),
  ]);
  return { open: openDataOf(open), week: { moments: week.rows, areas: areas.rows }, sites };
}

/** The reasons name the sedi by their names. */
const withNames = (findings: LayerAnswer<FindingRow>, names: ReadonlyMap<string, string>): LayerAnswer<FindingRow> => ({
  ...findings,
  features: findings.features.map((f) => ({
    ...f,
    properties: { ...f.properties, motivo: inWords(f.properties.motivo, names) },
  })),
});

/** The ground of the map has the roads of a network that is loaded, wherever the times come from. */
const withRoads = (provenance: Provenance, hasRoads: boolean): Provenance =>
  hasRoads && !provenance.attributions.includes(ROADS_SOURCE)
    ? { ...provenance, attributions: [...provenance.attributions, ROADS_SOURCE] }
    : provenance;

/** Every answer that the view needs, by the name it has here; null for those it does not. */
export function answersFor(state: ViewState, data: CoverageData) {
  const { theme, level } = state;
  const areaLevel = areaLevelOf(level);
  const only = <Answer>(wanted: boolean, ask: () => Promise<Answer>): Promise<Answer> | null => (wanted ? ask() : null);
  return allOf({
    coverage: data.coverage(areaLevel),
    gaps: data.gaps(areaLevel),
    ats: data.coverage('ats'),
    places: data.places(areaLevel),
    region: data.gaps('regione'),
    byAts: data.gaps('ats'),
    sites: data.sites(),
    budget: data.budget(),
    networks: data.networks(),
    info: data.siteSets(),
    // In their own view the proposals are looked for apart, and can be waited for.
    suggestions: only(showsSuggestions(state) && !hasOwnProposals(state), () => data.suggestions(proposalQuery(state))),
    findings: only(theme === 'rilievi', data.findings),
    measure: only(theme === 'misure', () => data.measure(state.measure, level)),
    reachRegion: only(theme === 'misure', () => data.reach('regione')),
    reachAts: only(theme === 'misure', () => data.reach('ats')),
    open: only(theme === 'orari', () => data.openAt(momentOf(state))),
    week: only(theme === 'orari', () => data.week(state.ats)),
    weekAreas: only(theme === 'orari', data.weekByAmbito),
    layout: only(theme === 'progettualita', data.layout),
    fragility: only(theme === 'fragilita', () => data.fragility({ ats: state.ats, count: state.count })),
    catchments: only(theme === 'fragilita', data.catchments),
    comuni: only(level === 'comune' || theme === 'proposte', data.comuni),
  });
}

/** What each promise gives, under the same name. */
async function allOf<T extends object>(asked: T): Promise<Given<T>> {
  const given = await Promise.all(Object.values(asked));
  return Object.fromEntries(Object.keys(asked).map((name, i) => [name, given[i]])) as Given<T>;
}

type Given<T> = { [K in keyof T]: Awaited<T[K]> };

function checkSnapshots(answers: ({ meta: Json } | null)[]): void {
  const snapshots = new Set(answers.flatMap((answer) => (answer ? [snapshotOf(answer.meta)] : [])));
  // Figures that cannot say what they come from are not shown.
  if (snapshots.has('')) throw new Error('The answers carry no fingerprint');
  if (snapshots.size > 1) throw new SnapshotChanged();
}

const byKey = <Row>(rows: readonly Row[], key: (row: Row) => string): Map<string, Row> =>
  new Map(rows.map((row) => [key(row), row]));

function withGaps(areas: Shapes<CoverageRow>, gaps: readonly GapRow[]): Shapes<AreaRecord> {
  const gapOf = byKey(gaps, (row) => row.codice);
  const features = areas.features.map((f) => ({
    ...f,
    properties: { ...f.properties, gap: gapOf.get(f.properties.codice) ?? null },
  }));
  return { type: 'FeatureCollection', features };
}
