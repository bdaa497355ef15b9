import { ApiProblem } from '../api/apiClient';
import type { CoverageData } from '../api/coverageData';
import type { Json } from '../api/meta';
import { SnapshotChanged, snapshotOf } from '../api/provenance';
import type { GapRow } from '../api/rows';
import type { SearchWatch } from '../api/searches';
import { effectsOf, proposalsOf, withNewNetworks } from '../state/proposalData';
import type { SearchPart, SearchStatus } from '../state/searchStatus';
import { cureFor, type ViewData } from '../state/viewData';
import { proposalQuery, type ViewState } from '../state/viewState';

const RETRY_SECONDS = 5;

/** What the page is told of a search. */
interface SearchEvents {
  /** More of the answer is here. */
  found(part: Partial<ViewData>): void;
  /** How far it is, and why it ended. */
  told(status: SearchStatus): void;
  /** The store changed meanwhile: all answers are asked for anew. */
  outdated(): void;
}

/** The search behind the proposals: one at a time, which goes on at the service and ends there when nobody wants its answer any more. */
export class ProposalSearch {
  private key = '';
  private running: AbortController | null = null;
  private retryTimer: ReturnType<typeof setTimeout> | undefined;
  /** Found, and not told yet. */
  private found: Partial<ViewData> = {};
  private telling: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly events: SearchEvents) {
    // Who leaves the page wants no answer.
    if (typeof window !== 'undefined') window.addEventListener('pagehide', () => this.running?.abort());
  }

  /** Looks for the proposals of a view, unless it is what is looked for already. */
  want(state: ViewState, data: ViewData, service: CoverageData): void {
    const key = JSON.stringify([proposalQuery(state), state.sedi, service.demand, data.provenance.snapshot]);
    if (key === this.key) return;
    this.end();
    this.key = key;
    const controller = new AbortController();
    this.running = controller;
    void this.look(state, data, service, controller.signal);
  }

  /** Ends what is looked for, if anything is: the view asks for something else, or for nothing. */
  end(): void {
    clearTimeout(this.retryTimer);
    clearTimeout(this.telling);
    this.found = {};
    this.key = '';
    this.running?.abort();
    this.running = null;
    this.events.told({ phase: 'none' });
  }

  /** The user wants to wait no longer; what is shown stays, and the same is not looked for again by itself. */
  stop(): void {
    const { key } = this;
    this.end();
    this.key = key;
    this.events.told({ phase: 'stopped' });
  }

  private async look(state: ViewState, data: ViewData, service: CoverageData, signal: AbortSignal): Promise<void> {
    const query = proposalQuery(state);
    const watch = (part: SearchPart): SearchWatch => {
      const told: SearchWatch['told'] = (progress) => this.events.told({ phase: 'running', part, ...progress });
      told({ ahead: null, done: null, total: null });
      return { signal, told };
    };
    const same = <Answer extends { meta: Json }>(answer: Answer): Answer => {
      signal.throwIfAborted();
      if (snapshotOf(answer.meta) !== data.provenance.snapshot) throw new SnapshotChanged();
      return answer;
    };
    try {
      const suggestions = same(await service.proposals(query, watch('proposte')));
      const today = await todayWithin(state, service);
      signal.throwIfAborted();
      let proposals = proposalsOf(query, suggestions, today);
      this.give({ suggestions, proposals, networks: withNewNetworks(data.networks, suggestions) });
      proposals = { ...proposals, effects: effectsOf(same(await service.effects(query, watch('bacini'))).rows) };
      this.give({ proposals });
      // Where nothing is known there is nothing to search.
      if (!cureFor(data, state)) {
        proposals = { ...proposals, curve: same(await service.curve(query, watch('curva'))).rows };
        this.give({ proposals });
      }
      this.tell();
      this.running = null;
      this.events.told({ phase: 'done' });
    } catch (error) {
      if (!signal.aborted) this.fail(error, () => this.want(state, data, service));
    }
  }

  /** Answers that were kept come one right after the other, and are drawn once. */
  private give(part: Partial<ViewData>): void {
    clearTimeout(this.telling);
    this.found = { ...this.found, ...part };
    this.telling = setTimeout(() => this.tell());
  }

  private tell(): void {
    clearTimeout(this.telling);
    const { found } = this;
    this.found = {};
    this.events.found(found);
  }

  private fail(error: unknown, again: () => void): void {
    this.running = null;
    this.key = '';
    if (error instanceof SnapshotChanged) {
      this.events.outdated();
      return;
    }
    const known = error instanceof ApiProblem ? error : null;
    // Busy or away, it may answer later; what cannot be, or takes too long, takes other choices.
    const passes = known === null || known.status === 0 || known.status === 503 || known.status === 404;
    const seconds = passes ? (known?.retryAfterSeconds ?? RETRY_SECONDS) : null;
    this.events.told({
      phase: 'failed',
      status: known?.status ?? 0,
      title: known?.message ?? '',
      detail: known?.detail ?? '',
      cure: known?.cure ?? '',
      seconds,
    });
    if (seconds !== null) this.retryTimer = setTimeout(again, seconds * 1000);
  }
}

/** Figures of today within the limit that is asked for; null where it is the usual one. */
async function todayWithin({ knobs, ats, count }: ViewState, service: CoverageData): Promise<GapRow | null> {
  if (knobs.limit === null) return null;
  const own = ats !== null && count === 'propri';
  const { rows } = await service.gapsWithin(own ? 'ats' : 'regione', knobs.limit);
  return rows.find((row) => !own || row.nome === ats) ?? null;
}
