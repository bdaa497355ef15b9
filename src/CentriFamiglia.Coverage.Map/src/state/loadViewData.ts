import type { LayerAnswer, Shapes } from '../api/apiClient';
import type { CoverageData } from '../api/coverageData';
import { asList, asNumber, asObject, type Json } from '../api/meta';
import { doorsOf } from '../api/openRows';
import type { EffectRow, SuggestionRow } from '../api/proposalRows';
import { provenanceOf, snapshotOf } from '../api/provenance';
import type { CoverageRow, GapRow, NetworkRow } from '../api/rows';
import { minuteClasses } from '../domain/classes';
import { areaLevelOf } from '../domain/levels';
import { catchmentFills, certificateOf } from '../domain/proposals';
import { NEW_NETWORK } from '../text/names';
import { measureDataOf } from './measureItems';
import type { AreaRecord, ProposalData, ViewData } from './viewData';
import { momentOf, proposalQuery, showsSuggestions, type ViewState } from './viewState';

/** Thrown when answers of two snapshots would be mixed. */
export class SnapshotChanged extends Error {}

/** All that a view shows; what another view alone needs is not asked for. */
export async function loadViewData(state: ViewState, data: CoverageData): Promise<ViewData> {
  const areaLevel = areaLevelOf(state.level);
  const answers = await answersFor(state, data);
  const { gaps, region, byAts, suggestions, effects, measure, reachRegion, reachAts, open } = answers;
  checkSnapshots(Object.values(answers));
  const provenance = provenanceOf(gaps.meta);
  return {
    provenance,
    classes: minuteClasses(provenance.limits),
    siteSets: answers.info.rows,
    hasRoads: asList(answers.info.meta['viaggi']).includes('rete'),
    areaLevel,
    areas: withGaps(answers.coverage, gaps.rows),
    ats: answers.ats,
    comuni: answers.comuni,
    sites: answers.sites,
    suggestions: suggestions ?? { type: 'FeatureCollection', features: [] },
    proposals: suggestions && effects && proposalsOf(suggestions, effects.rows),
    findings: answers.findings,
    measure: measure && reachRegion && reachAts && measureDataOf(state, measure, [reachRegion.rows, reachAts.rows]),
    open: open && { rows: byKey(open.rows, (row) => row.pro_com_t), doors: doorsOf(open.meta) },
    fragility: answers.fragility &&
      answers.catchments && {
        sites: answers.fragility,
        loads: byKey(answers.catchments.rows, (row) => row.site_id),
      },
    trial: null,
    totals: new Map([...byKey(byAts.rows, (row) => row.nome), ...byKey(region.rows, () => '')]),
    budget: answers.budget.rows,
    networks: networkNames(answers.networks.rows, suggestions),
  };
}

/** Every answer that the view needs, by the name it has here; null for those it does not. */
function answersFor(state: ViewState, data: CoverageData) {
  const { theme, level } = state;
  const areaLevel = areaLevelOf(level);
  const query = proposalQuery(state);
  const only = <Answer>(wanted: boolean, ask: () => Promise<Answer>): Promise<Answer> | null => (wanted ? ask() : null);
  return allOf({
    coverage: data.coverage(areaLevel),
    gaps: data.gaps(areaLevel),
    ats: data.coverage('ats'),
    region: data.gaps('regione'),
    byAts: data.gaps('ats'),
    sites: data.sites(),
    budget: data.budget(),
    networks: data.networks(),
    info: data.siteSets(),
    suggestions: only(showsSuggestions(state), () => data.suggestions(query)),
    effects: only(theme === 'proposte', () => data.effects(query)),
    findings: only(theme === 'rilievi', data.findings),
    measure: only(theme === 'misure', () => data.measure(state.measure, level)),
    reachRegion: only(theme === 'misure', () => data.reach('regione')),
    reachAts: only(theme === 'misure', () => data.reach('ats')),
    open: only(theme === 'orari', () => data.openAt(momentOf(state))),
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

/** Networks by id, those that a proposed Hub would begin among them. */
function networkNames(rows: readonly NetworkRow[], suggestions: Shapes<SuggestionRow> | null): Map<string, string> {
  const places = new Map((suggestions?.features ?? []).map((f) => [f.properties.pro_com_t, f.properties.comune]));
  return new Map([
    ...[...places].map(([code, comune]): [string, string] => [NEW_NETWORK + code, `la nuova rete di ${comune}`]),
    ...rows.map((row): [string, string] => [row.network_id, row.name]),
  ]);
}

function withGaps(areas: Shapes<CoverageRow>, gaps: readonly GapRow[]): Shapes<AreaRecord> {
  const gapOf = byKey(gaps, (row) => row.codice);
  const features = areas.features.map((f) => ({
    ...f,
    properties: { ...f.properties, gap: gapOf.get(f.properties.codice) ?? null },
  }));
  return { type: 'FeatureCollection', features };
}

const totalsOf = (totals: Json): ProposalData['totals'] => ({
  spokes: asNumber(totals['spoke']) ?? 0,
  hubs: asNumber(totals['hub']) ?? 0,
  gained: asNumber(totals['residenti_guadagnati_insieme']),
  saved: asNumber(totals['minuti_risparmiati_insieme']),
});

function proposalsOf(suggestions: LayerAnswer<SuggestionRow>, effects: EffectRow[]): ProposalData {
  const places = suggestions.features.flatMap((f) => {
    const [lon, lat] = f.geometry?.type === 'Point' ? f.geometry.coordinates : [];
    return lon === undefined || lat === undefined ? [] : [{ key: f.properties.pro_com_t, lon, lat }];
  });
  return {
    certificate: certificateOf(suggestions.meta),
    notes: provenanceOf(suggestions.meta).warnings,
    effects: byKey(effects, (row) => row.pro_com_t),
    fills: catchmentFills(places),
    totals: totalsOf(asObject(suggestions.meta['totali'])),
    curve: null,
  };
}
