import { ApiProblem, rowsOf } from '../api/apiClient';
import type { CoverageData } from '../api/coverageData';
import type { ProposalQuery } from '../api/proposalQuery';
import { snapshotOf } from '../api/provenance';
import { askTrial } from '../api/trialRows';
import { certificateOf, inOrder } from '../domain/proposals';
import { triedOut } from '../state/proposalTrial';
import type { RivalData, ViewData } from '../state/viewData';
import type { ViewState } from '../state/viewState';
import { NO_PROGRAM } from '../text/compareWords';
import type { Demand } from '../text/peopleWords';

const RETRY_MS = 5_000;

/** What the program proposes in the place of today's sedi or of a trial, and what that changes: one question at a time. */
export class Program {
  /** Null where nothing is asked for. */
  found: RivalData | null = null;
  private key = '';
  private running: AbortController | null = null;

  /** @param told More is known, or it cannot be. */
  constructor(private readonly told: () => void) {}

  /** Looks for the answer, unless it is what is looked for already; null ends it. */
  want(query: ProposalQuery | null, today: ViewData, { sedi, ats }: ViewState, service: CoverageData): void {
    const whose = { sedi, ats, demand: service.demand };
    const key = query ? JSON.stringify([query, whose, today.provenance.snapshot]) : '';
    if (key === this.key) return;
    this.running?.abort();
    this.key = key;
    this.running = query && new AbortController();
    this.found = query && { query, changes: [], places: [], certificate: null, answer: null, problem: '' };
    if (query && this.running) void this.look(query, today, whose, service, this.running.signal);
    document.body.dataset['program'] = query ? 'asking' : 'none';
  }

  private async look(
    query: ProposalQuery,
    today: ViewData,
    whose: { sedi: string | null; ats: string | null; demand: Demand },
    service: CoverageData,
    signal: AbortSignal,
  ): Promise<void> {
    try {
      const suggestions = await service.proposals(query, { signal, told: () => undefined });
      const changes = triedOut({ ...today, suggestions }, []);
      const answer = await askTrial([...changes], { ...whose, withFindings: false });
      if (signal.aborted || snapshotOf(suggestions.meta) !== today.provenance.snapshot) return;
      const places = inOrder(rowsOf(suggestions)).map((row) => row.comune);
      this.found = { query, changes, places, certificate: certificateOf(suggestions.meta), answer, problem: '' };
      document.body.dataset['program'] = 'ready';
      this.told();
    } catch (error) {
      if (!signal.aborted) this.fail(query, error);
    }
  }

  private fail(query: ProposalQuery, error: unknown): void {
    const known = error instanceof ApiProblem ? error : null;
    const problem = [known?.detail || known?.message || NO_PROGRAM, known?.cure].filter(Boolean).join(' ');
    this.found = { query, changes: [], places: [], certificate: null, answer: null, problem };
    document.body.dataset['program'] = 'failed';
    this.told();
    // A service that is busy or away may answer the next time.
    if (known && known.status > 0 && known.status < 500) return;
    const { key } = this;
    setTimeout(() => {
      if (this.key !== key) return;
      this.key = '';
      this.told();
    }, RETRY_MS);
  }
}
