import type { Measure } from '../text/measureWords';
import type { AreaLevel, Counted, Goal, Level } from '../text/words';
import { fetchAnswer, type LayerAnswer, type Query, type TableAnswer } from './apiClient';
import type { FindingRow } from './findingRows';
import type { CatchmentRow, FragilityRow } from './fragilityRows';
import type { LayoutRow } from './layoutRows';
import type { AreaMeasureRow, ComuneMeasureRow, ReachRow } from './measureRows';
import type { OpenComuneRow } from './openRows';
import { curveEnd, type Knobs } from './proposalKnobs';
import type { CurveRow, EffectRow, SuggestionRow } from './proposalRows';
import type { BudgetRow, ComuneRow, CoverageRow, GapRow, IsochroneRow, NetworkRow, SiteRow, SiteSetRow } from './rows';
import { type SearchWatch, searched } from './searches';
import type { WeekAreaRow, WeekRow } from './weekRows';

/** What is asked of the search for new sedi. */
export interface ProposalQuery {
  level: Exclude<AreaLevel, 'ats'>;
  goal: Goal;
  /** How many new Spokes; not with the goal `units`. */
  spokes: number;
  /** Whether every area of the level must get a sede (R1); not with the goal `units`. */
  everyUnit: boolean;
  knobs: Knobs;
  ats: string | null;
  /** Whose residents count, where there is one ATS. */
  count: Counted;
}

/** Answers of one set of sedi, each asked for once. */
export class CoverageData {
  private readonly answers = new Map<string, Promise<unknown>>();
  private readonly found = new Map<string, unknown>();

  constructor(readonly sedi: string | null) {}

  coverage = (level: AreaLevel) => this.layer<CoverageRow>('coverage', { level });

  gaps = (by: AreaLevel | 'regione') => this.table<GapRow>('gaps', { by });

  comuni = () => this.layer<ComuneRow>('gaps', { by: 'comune' });

  /** The comuni without their shapes, which are most of the weight of {@link comuni}. */
  comuneNames = () => this.table<ComuneRow>('gaps', { by: 'comune' });

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
  gapsWithin = (by: 'ats' | 'regione', limit: number) => this.table<GapRow>('gaps', { by, limit });

  findings = () => this.layer<FindingRow>('findings', {});

  measure = (measure: Measure, by: Level) => this.table<ComuneMeasureRow | AreaMeasureRow>('measures', { measure, by });

  reach = (by: 'regione' | 'ats') => this.table<ReachRow>('measures', { measure: 'curva', by });

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

  /** Only what has come is kept: a search that is ended leaves nothing behind. */
  private async long<Answer>(resource: string, query: Query, { signal, told }: SearchWatch): Promise<Answer> {
    const key = resource + JSON.stringify(query);
    const known = this.found.get(key);
    if (known) return known as Answer;
    const answer = await searched<Answer>(resource, { ...query, sedi: this.sedi }, signal, told);
    this.found.set(key, answer);
    return answer;
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
export const proposalParameters = (query: ProposalQuery): Query => {
  const share = query.goal === 'cover' ? query.knobs.share : null;
  // Where a share is asked for, the number is what is looked for.
  const spokes = query.goal === 'units' || share !== null ? null : query.spokes;
  return { ...constraints(query, query.goal, spokes), share };
};

/** The same constraints for the best choice of 0, 1, 2 ... Spokes. */
export const curveParameters = (query: ProposalQuery): Query =>
  constraints(query, query.goal === 'time' ? 'time' : 'cover', curveEnd(query.spokes));

/** A limit of money says nothing without the cost of a sede, and is left out with it. */
function constraints(query: ProposalQuery, goal: Goal, spokes: number | null): Query {
  const { level, everyUnit, knobs, ats, count } = query;
  const reaches = query.goal !== 'units';
  const priced = knobs.spokeCost !== null;
  return {
    level: knobs.both ? 'entrambi' : level,
    goal,
    ...countedParameters({ ats, count }),
    spokes,
    'every-unit': yes(reaches && everyUnit),
    balance: yes(reaches && knobs.balance),
    limit: knobs.limit,
    reach: knobs.reach,
    'spoke-cost': knobs.spokeCost,
    budget: priced ? knobs.budget : null,
    'ats-budget': priced && knobs.atsBudget !== 'no' ? knobs.atsBudget : null,
    'only-in': knobs.onlyIn.join(','),
    'not-in': knobs.notIn.join(','),
    'time-limit': knobs.timeLimit,
  };
}

const yes = (wanted: boolean): string | null => (wanted ? 'si' : null);

/** An ATS and whose residents count for it; its own where nothing is said. */
export const countedParameters = ({ ats, count }: Pick<ProposalQuery, 'ats' | 'count'>): Query => ({
  ats,
  conta: ats !== null && count === 'tutte' ? count : null,
});
