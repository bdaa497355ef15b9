import { ApiProblem } from '../api/apiClient';
import { askTrial, type TrialAnswer } from '../api/trialRows';
import type { TrialChange } from '../domain/trial';
import type { TrialShown } from '../panels/prova/trialPanel';
import { Latest } from '../state/latest';
import type { Demand } from '../text/peopleWords';
import { TRIAL_TOOLS } from '../text/trialWords';

/** Between two tries where the service is away. */
const RETRY_MS = 5_000;

/** What is asked of the service about a trial. */
export interface Asked {
  changes: readonly TrialChange[];
  sedi: string | null;
  ats: string | null;
  demand: Demand;
  /** The rules of the act are compared once the hand is still. */
  withFindings: boolean;
  /** Fingerprint of the data, so that other data are asked about again. */
  snapshot: string | undefined;
}

/** The answers to a trial that changes under the hand: one question on its way at a time, the last one wins, none is put twice. */
export class TrialAnswers {
  last: TrialAnswer | null = null;
  /** Why the last question has no answer; null where it has one. */
  problem: TrialShown['problem'] = null;
  private key = '';
  private readonly latest = new Latest<Asked, TrialAnswer>(
    ({ changes, ...whose }) => askTrial(changes as TrialChange[], whose),
    (answer, asked) => this.arrived(answer, asked),
    (error) => this.failed(error),
  );

  /** @param told With what was asked; null where there is only a problem. */
  constructor(private readonly told: (answer: TrialAnswer | null, asked: Asked | null) => void) {}

  ask(asked: Asked): void {
    const key = JSON.stringify(asked);
    if (key === this.key) return;
    this.key = key;
    document.body.dataset['trial'] = 'asking';
    this.latest.ask(asked);
  }

  private arrived(answer: TrialAnswer, asked: Asked): void {
    this.last = answer;
    this.problem = null;
    document.body.dataset['trial'] = asked.withFindings ? 'ready' : 'dragging';
    this.told(answer, asked);
  }

  private failed(error: unknown): void {
    const known = error instanceof ApiProblem ? error : null;
    this.problem = {
      detail: known ? known.detail || known.message : TRIAL_TOOLS.notComputed,
      cure: known?.cure || TRIAL_TOOLS.notComputedCure,
      isService: known !== null && known.cure !== '',
    };
    document.body.dataset['trial'] = 'failed';
    this.told(null, null);
    // A service that is away may answer the next time; a trial that cannot be is not asked about again.
    if (known && known.status > 0 && known.status < 500) return;
    setTimeout(() => {
      this.key = '';
      this.told(null, null);
    }, RETRY_MS);
  }
}
