import type { AreaLevel, Counted, Goal } from '../text/words';
import type { Query } from './apiClient';
import { curveEnd, type Knobs } from './proposalKnobs';

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
    fissi: knobs.fixed.join(','),
    'time-limit': knobs.timeLimit,
  };
}

const yes = (wanted: boolean): string | null => (wanted ? 'si' : null);

/** An ATS and whose residents count for it; its own where nothing is said. */
export const countedParameters = ({ ats, count }: Pick<ProposalQuery, 'ats' | 'count'>): Query => ({
  ats,
  conta: ats !== null && count === 'tutte' ? count : null,
});
