import type { Measure } from '../text/measureWords';
import type { AreaLevel, Counted, Goal, Level } from '../text/words';
import { fetchAnswer, type LayerAnswer, type Query, type TableAnswer } from './apiClient';
import type { FindingRow } from './findingRows';
import type { CatchmentRow, FragilityRow } from './fragilityRows';
import type { AreaMeasureRow, ComuneMeasureRow, ReachRow } from './measureRows';
import type { OpenComuneRow } from './openRows';
import type { CurveRow, EffectRow, SuggestionRow } from './proposalRows';
import type { BudgetRow, ComuneRow, CoverageRow, GapRow, IsochroneRow, NetworkRow, SiteRow, SiteSetRow } from './rows';

/** What is asked of the search for new sedi. */
export interface ProposalQuery {
  level: Exclude<AreaLevel, 'ats'>;
  goal: Goal;
  /** How many new Spokes; not with the goal `units`. */
  spokes: number;
  /** Whether every area of the level must get a sede (R1); not with the goal `units`. */
  everyUnit: boolean;
  ats: string | null;
  /** Whose residents count, where there is one ATS. */
  count: Counted;
}

/** Answers of one set of sedi, each asked for once. */
export class CoverageData {
  private readonly answers = new Map<string, Promise<unknown>>();

  constructor(readonly sedi: string | null) {}

  coverage = (level: AreaLevel) => this.layer<CoverageRow>('coverage', { level });

  gaps = (by: AreaLevel | 'regione') => this.table<GapRow>('gaps', { by });

  comuni = () => this.layer<ComuneRow>('gaps', { by: 'comune' });

  sites = () => this.layer<SiteRow>('sites', {});

  suggestions = (query: ProposalQuery) => this.layer<SuggestionRow>('suggestions', proposalParameters(query));

  effects = (query: ProposalQuery) =>
    this.table<EffectRow>('suggestions', { ...proposalParameters(query), by: 'comune' });

  curve = (query: ProposalQuery) => this.table<CurveRow>('curve', curveParameters(query));

  findings = () => this.layer<FindingRow>('findings', {});

  measure = (measure: Measure, by: Level) => this.table<ComuneMeasureRow | AreaMeasureRow>('measures', { measure, by });

  reach = (by: 'regione' | 'ats') => this.table<ReachRow>('measures', { measure: 'curva', by });

  openAt = (at: string) => this.table<OpenComuneRow>('gaps', { by: 'comune', at });

  fragility = (whose: Pick<ProposalQuery, 'ats' | 'count'>) =>
    this.layer<FragilityRow>('fragility', countedParameters(whose));

  catchments = () => this.table<CatchmentRow>('catchments', {});

  isochrones = (site: string, minutes: readonly number[]) =>
    this.layer<IsochroneRow>('isochrones', { site, minutes: minutes.join(',') });

  networks = () => this.table<NetworkRow>('networks', {});

  siteSets = () => this.table<SiteSetRow>('info', {});

  /** The sets and the ATS there are, whatever set is named: what an address may say. */
  choices = () => this.once<TableAnswer<SiteSetRow>>('info', { f: 'json' }, null);

  budget = () => this.table<BudgetRow>('budget', {});

  private layer<Row>(resource: string, query: Query): Promise<LayerAnswer<Row>> {
    return this.once(resource, { ...query, f: 'geojson' });
  }

  private table<Row>(resource: string, query: Query): Promise<TableAnswer<Row>> {
    return this.once(resource, { ...query, f: 'json' });
  }

  private once<Answer>(resource: string, query: Query, sedi = this.sedi): Promise<Answer> {
    const key = resource + JSON.stringify([query, sedi]);
    const known = this.answers.get(key) as Promise<Answer> | undefined;
    if (known) return known;
    const asked = fetchAnswer<Answer>(resource, { ...query, sedi });
    this.answers.set(key, asked);
    // An answer that failed is asked for again the next time.
    asked.catch(() => this.answers.delete(key));
    return asked;
  }
}

/** The parameters that the query stands for; what a goal does not know is left out. */
export const proposalParameters = ({ level, goal, spokes, everyUnit, ats, count }: ProposalQuery): Query => ({
  level,
  goal,
  ...countedParameters({ ats, count }),
  ...(goal === 'units' ? {} : { spokes, 'every-unit': everyUnit ? 'si' : null }),
});

/** The parameters of the curve that goes with the query. */
export const curveParameters = (query: ProposalQuery): Query => ({
  ...proposalParameters(query),
  goal: query.goal === 'time' ? 'time' : 'cover',
  spokes: String(query.spokes),
});

/** An ATS and whose residents count for it; its own where nothing is said. */
export const countedParameters = ({ ats, count }: Pick<ProposalQuery, 'ats' | 'count'>): Query => ({
  ats,
  conta: ats !== null && count === 'tutte' ? count : null,
});
