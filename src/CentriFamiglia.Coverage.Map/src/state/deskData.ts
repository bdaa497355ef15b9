import type { ReadScenario } from '../api/desk';
import {
  DECISIONS,
  type Decided,
  type DecisionRow,
  type FrozenProposal,
  type RunRow,
  type ScenarioRef,
  type ScenarioRow,
} from '../api/deskRows';
import type { Json } from '../api/meta';
import { isChange, type TrialChange } from '../domain/trial';

/** What the address of the page keeps of it. */
export interface DeskLink {
  /** The scenario that the trial comes from. */
  scenario: ScenarioRef | null;
  /** The frozen analysis that is open. */
  run: string | null;
}

/** What the view of the decisions adds. */
export interface DeskData {
  /** Null until they have come. */
  lists: DeskLists | null;
  /** The frozen analysis that is open; null until it has come, and where none is. */
  run: OpenRun | null;
  /** Why something has not come; empty where it has, or is on its way. */
  problem: string;
}

export interface DeskLists {
  scenarios: ScenarioRow[];
  runs: RunRow[];
}

/** A frozen analysis: nothing of it is computed again. */
export interface OpenRun {
  row: RunRow;
  /** Fingerprint of the state that it was made on. */
  snapshot: string;
  proposals: FrozenProposal[];
  /** By number of the proposal. */
  decisions: Map<number, DecisionRow>;
}

export const openRunOf = (
  row: RunRow,
  inputs: Json,
  proposals: FrozenProposal[],
  decisions: readonly DecisionRow[],
): OpenRun => ({
  row,
  snapshot: typeof inputs['fotografia'] === 'string' ? inputs['fotografia'] : '',
  proposals,
  decisions: new Map(decisions.map((each) => [each.proposta, each])),
});

/** How many proposals were decided, by what was decided. */
export function countDecided({ decisions }: OpenRun): Record<Decided, number> {
  const outcomes = [...decisions.values()].map(({ esito }) => esito);
  return Object.fromEntries(DECISIONS.map((each) => [each, outcomes.filter((o) => o === each).length])) as Record<
    Decided,
    number
  >;
}

/** The next proposal after one on which nothing was decided, going round; null where there is none. */
export function nextOpen({ proposals, decisions }: OpenRun, after: number): FrozenProposal | null {
  const open = proposals.filter(({ ordine }) => !decisions.get(ordine)?.esito).sort((a, b) => a.ordine - b.ordine);
  return open.find(({ ordine }) => ordine > after) ?? open.find(({ ordine }) => ordine !== after) ?? null;
}

/** The changes of a scenario as a trial has them: the service keeps every cell as a text. */
export const trialOf = ({ changes }: Pick<ReadScenario, 'changes'>): TrialChange[] =>
  changes.filter(isChange).map((change) => ({
    ...change,
    ...('lon' in change ? { lon: degrees(change['lon']) } : {}),
    ...('lat' in change ? { lat: degrees(change['lat']) } : {}),
  }));

const degrees = (cell: unknown): number | null => (cell === null || cell === '' ? null : Number(cell));
