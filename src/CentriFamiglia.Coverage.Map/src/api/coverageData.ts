import type { Measure } from '../text/measureWords';
import type { Demand } from '../text/peopleWords';
import type { AreaLevel, Level } from '../text/words';
import { ownAts } from './account';
import { fetchAnswer, type LayerAnswer, type Query, type TableAnswer } from './apiClient';
import type { FindingRow } from './findingRows';
import type { CatchmentRow, FragilityRow } from './fragilityRows';
import type { LayoutRow } from './layoutRows';
import type { AreaMeasureRow, ComuneMeasureRow, ReachRow } from './measureRows';
import type { OpenComuneRow } from './openRows';
import { readBy } from './ownRows';
import { type PlaceRow, placed } from './placed';
import { countedParameters, curveParameters, type ProposalQuery, proposalParameters } from './proposalQuery';
import type { CurveRow, EffectRow, SuggestionRow } from './proposalRows';
import { SnapshotChanged, snapshotOf } from './provenance';
import type { BudgetRow, ComuneRow, CoverageRow, GapRow, IsochroneRow, NetworkRow, SiteRow, SiteSetRow } from './rows';
import { type SearchWatch, searched } from './searches';
import type { WeekAreaRow, WeekRow } from './weekRows';

/** Answers of one set of sedi, each asked for once. */
export class CoverageData {
  private readonly answers = new Map<string, Promise<unknown>>();
  private readonly found = new Map<string, unknown>();
  private readonly joined = new WeakMap<Promise<unknown>, Promise<unknown>>();

  /**
   * @param of Whatever else all answers are of: a day, rules.
   * @param demand Whose travel the answers weigh that weigh it.
   * @param ats Of which of their ATS, for who reads several.
   */
  constructor(
    readonly sedi: string | null,
    private readonly of: Query = {},
    readonly demand: Demand = 'residenti',
    readonly ats: string | null = null,
  ) {}

  coverage = (level: AreaLevel) =>
    this.placed(this.table<CoverageRow>('coverage', { level }), this.places(level), (row) => row.codice);

  /** Where the areas or the comuni are; their borders are in the tiles of the map. */
  places = (by: Level) => this.table<PlaceRow>('places', { by });

  gaps = (by: AreaLevel | 'regione') => this.table<GapRow>('gaps', { by: widest(by) });

  comuni = () => this.placed(this.comuneNames(), this.places('comune'), (row) => row.pro_com_t);

  comuneNames = () => this.table<ComuneRow>('gaps', { by: 'comune' });

  /** The comuni with their whole borders, for what is computed from them: four times as heavy as {@link comuni}. */
  comuneShapes = () => this.layer<ComuneRow>('gaps', { by: 'comune' });

  sites = () => this.layer<SiteRow>('sites', {});

  suggestions = (query: ProposalQuery) => this.layer<SuggestionRow>('suggestions', proposalParameters(query));

  /** The same as {@link suggestions}, which takes long where much is asked for. */
  proposals = (query: ProposalQuery, watch: SearchWatch) =>
    this.long<LayerAnswer<SuggestionRow>>('suggestions', { ...proposalParameters(query), f: 'geojson' }, watch);

  effects = (query: ProposalQuery, watch: SearchWatch) =>
    this.long<TableAnswer<EffectRow>>('suggestions', { ...proposalParameters(query), by: 'comune', f: 'json' }, watch);

  curve = (query: ProposalQuery, watch: SearchWatch) =>
    this.long<TableAnswer<CurveRow>>('curve', { ...curveParameters(query), f: 'json' }, watch);

  /** Within another limit than that of each comune's class. */
  gapsWithin = (by: 'ats' | 'regione', limit: number) => this.table<GapRow>('gaps', { by: widest(by), limit });

  findings = () => this.layer<FindingRow>('findings', {});

  measure = (measure: Measure, by: Level) => this.table<ComuneMeasureRow | AreaMeasureRow>('measures', { measure, by });

  reach = (by: 'regione' | 'ats') => this.table<ReachRow>('measures', { measure: 'curva', by: widest(by) });

  openAt = (at: string) => this.table<OpenComuneRow>('gaps', { by: 'comune', at });

  /** Of the residents of one ATS, or of all. */
  week = (ats: string | null) => this.table<WeekRow>('week', { ats });

  weekByAmbito = () => this.table<WeekAreaRow>('week', { by: 'ambito' });

  fragility = (whose: Pick<ProposalQuery, 'ats' | 'count'>) =>
    this.layer<FragilityRow>('fragility', countedParameters(whose));

  catchments = () => this.table<CatchmentRow>('catchments', {});

  isochrones = (site: string, minutes: readonly number[]) =>
    this.layer<IsochroneRow>('isochrones', { site, minutes: minutes.join(',') });

  networks = () => this.table<NetworkRow>('networks', {});

  siteSets = () => this.table<SiteSetRow>('info', {});

  /** The sets and the ATS there are, whatever set is named: what an address may say. */
  choices = () => this.once<TableAnswer<SiteSetRow>>('info', { f: 'json' }, null);

  layout = () => this.table<LayoutRow>('assetto', {});

  budget = () => this.table<BudgetRow>('budget', {});

  private layer<Row>(resource: string, query: Query): Promise<LayerAnswer<Row>> {
    return this.once(resource, { ...query, f: 'geojson' });
  }

  private table<Row>(resource: string, query: Query): Promise<TableAnswer<Row>> {
    return this.once(resource, { ...query, f: 'json' });
  }

  /** One object for the same two answers: what is drawn of it is drawn once. */
  private placed<Row>(
    table: Promise<TableAnswer<Row>>,
    places: Promise<TableAnswer<PlaceRow>>,
    code: (row: Row) => string,
  ): Promise<LayerAnswer<Row>> {
    const known = this.joined.get(table) as Promise<LayerAnswer<Row>> | undefined;
    if (known) return known;
    const joined = Promise.all([table, places]).then(([rows, where]) => {
      if (snapshotOf(rows.meta) !== snapshotOf(where.meta)) throw new SnapshotChanged();
      return placed(rows, where, code);
    });
    this.joined.set(table, joined);
    // What failed is asked for again the next time.
    joined.catch(() => this.joined.delete(table));
    return joined;
  }

  /** Only what has come is kept: a search that is ended leaves nothing behind. */
  private async long<Answer>(resource: string, query: Query, { signal, told }: SearchWatch): Promise<Answer> {
    const key = resource + JSON.stringify(query);
    const known = this.found.get(key);
    if (known) return known as Answer;
    const answer = await searched<Answer>(
      resource,
      { ...query, ...readBy(resource, this.ats, this.demand), sedi: this.sedi },
      signal,
      told,
    );
    this.found.set(key, answer);
    return answer;
  }

  private once<Answer>(resource: string, query: Query, sedi = this.sedi): Promise<Answer> {
    const key = resource + JSON.stringify([query, sedi]);
    const known = this.answers.get(key) as Promise<Answer> | undefined;
    if (known) return known;
    const asked = fetchAnswer<Answer>(resource, {
      ...query,
      ...this.of,
      ...readBy(resource, this.ats, this.demand),
      sedi,
    });
    this.answers.set(key, asked);
    // An answer that failed is asked for again the next time.
    asked.catch(() => this.answers.delete(key));
    return asked;
  }
}

/** Who reads the figures of one ATS has no wider ones. */
const widest = <Wide extends string>(by: Wide): Wide | 'ats' => (by === 'regione' && ownAts() ? 'ats' : by);
