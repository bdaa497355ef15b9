import { may } from '../api/account';
import { ApiProblem, type LayerAnswer } from '../api/apiClient';
import type { CoverageData } from '../api/coverageData';
import { SnapshotChanged, snapshotOf } from '../api/provenance';
import type { IsochroneRow } from '../api/rows';
import { ISOCHRONES } from '../drawing/isochroneStyles';
import { answersFor, loadViewData } from '../state/loadViewData';
import { namesSomething, UnknownName, withKnownNames } from '../state/names';
import { keptProposals } from '../state/proposalData';
import type { SearchStatus } from '../state/searchStatus';
import { serves, serviceFor } from '../state/service';
import type { ViewData } from '../state/viewData';
import type { ViewState } from '../state/viewState';
import { weighedIn } from '../state/weighed';
import { countPeople } from '../text/peopleWords';
import { Following } from './following';
import { ProposalSearch } from './proposalSearch';

const RETRY_SECONDS = 5;
const CHECK_EVERY_MS = 60_000;

/** What the page is told while answers come and go. */
interface AnswerEvents {
  busy(isBusy: boolean): void;
  /** All that the view shows is here, but for the comuni and the proposals, which follow and are told of again. */
  arrived(): void;
  /** Whether the view needs the comuni, besides those that are coloured by comune, and whether it needs their borders. */
  wantsComuni(): boolean;
  wantsShapes(): boolean;
  comuniArrived(data: ViewData): Promise<void>;
  /** How far the search for the proposals is. */
  searching(status: SearchStatus): void;
  /** The address writes an ATS or a set another way than the data do. */
  named(state: ViewState): void;
  /** The address names what there is not: only another choice mends it. */
  refused(error: UnknownName): void;
  /** The service refuses the question as it is: it is not put again. */
  wrong(problem: ApiProblem): void;
  /** What is shown is not current; the question is put again after so many seconds, or at once by `retry`. */
  failed(error: unknown, seconds: number, retry: () => void): void;
}

/** The answers behind the page: what a view needs is asked for, and asked for again where the service failed or the store changed. */
export class Answers {
  /** Of the view shown last; null until the first has come. */
  data: ViewData | null = null;
  private service: CoverageData;
  /** Whether the last question is one that has no answer, however often it is put. */
  isRefused = false;
  readonly search: ProposalSearch;
  private readonly comuni: Following<'comuni'>;
  private readonly shapes: Following<'comuneShapes'>;
  private turn = 0;
  /** The load that `data` came with: another may be on its way. */
  private shownTurn = 0;
  private retryTimer: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly state: () => ViewState,
    private readonly events: AnswerEvents,
  ) {
    this.service = serviceFor(state());
    const followed = <Part extends 'comuni' | 'comuneShapes'>(
      part: Part,
      wants: () => boolean,
      ask: (service: CoverageData) => Promise<NonNullable<ViewData[Part]>>,
    ) =>
      new Following(part, wants, ask, {
        current: () => ({ data: this.data, turn: this.shownTurn }),
        arrived: (data) => events.comuniArrived(data),
        failed: (error) => (error instanceof SnapshotChanged ? this.renew() : this.fail(error)),
      });
    this.comuni = followed('comuni', events.wantsComuni, (service) => service.comuni());
    this.shapes = followed('comuneShapes', events.wantsShapes, (service) => service.comuneShapes());
    this.search = new ProposalSearch({
      found: (part) => {
        if (!this.data) return;
        this.data = { ...this.data, ...part };
        events.arrived();
      },
      told: (status) => events.searching(status),
      outdated: () => this.renew(),
    });
  }

  /** Whom to ask what a view does not show. */
  get source(): CoverageData {
    return this.service;
  }

  /** Looks for the proposals again that were not found, or given up. */
  searchAgain(): void {
    this.search.end();
    void this.load();
  }

  /** Looks now and then, and whenever the page is seen again, whether the store has changed. */
  watch(): void {
    setInterval(() => this.check(), CHECK_EVERY_MS);
    document.addEventListener('visibilitychange', () => {
      if (document.visibilityState === 'visible') this.check();
    });
  }

  /** Asks for what the view needs before there is anything to show it: {@link load} finds it under way. */
  ask(): void {
    const state = this.state();
    if (!may('leggere_cifre')) return;
    const asked = namesSomething(state) ? this.service.choices() : answersFor(state, this.service);
    void asked.catch(() => undefined);
  }

  async load(): Promise<void> {
    const turn = ++this.turn;
    clearTimeout(this.retryTimer);
    if (this.state().theme !== 'proposte') this.search.end();
    this.events.busy(true);
    try {
      const state = await this.named();
      if (turn !== this.turn) return;
      this.isRefused = false;
      if (!serves(this.service, state)) this.service = serviceFor(state);
      const data = await loadViewData(state, this.service);
      if (turn !== this.turn) return;
      countPeople(weighedIn(state));
      const isSought = state.theme === 'proposte' && may('leggere_cifre');
      this.shownTurn = turn;
      this.data = isSought ? { ...data, ...keptProposals(this.data, data) } : data;
      this.events.arrived();
      this.needComuni();
      if (isSought) this.search.want(state, data, this.service);
    } catch (error) {
      if (turn !== this.turn) return;
      if (error instanceof SnapshotChanged) {
        this.renew();
        return;
      }
      this.fail(error);
    } finally {
      if (turn === this.turn) this.events.busy(false);
    }
  }

  /** The state of the page, its ATS and its set written as the data do. */
  private async named(): Promise<ViewState> {
    const state = this.state();
    if (!namesSomething(state) || !may('leggere_cifre')) return state;
    const known = withKnownNames(state, await this.service.choices());
    if (known !== state) this.events.named(known);
    return known;
  }

  isochrones(site: string): Promise<LayerAnswer<IsochroneRow>> {
    return this.service.isochrones(
      site,
      ISOCHRONES.map((style) => style.minutes),
    );
  }

  /** Asks for the comuni, and for their whole borders, where the view wants them: names and sheets seen from near, what is computed from borders. */
  needComuni(): void {
    if (!may('leggere_cifre')) return;
    this.comuni.need(this.service);
    this.shapes.need(this.service);
  }

  /** Everything is asked for anew, of the data that there are now. */
  private renew(): void {
    this.service = serviceFor(this.state());
    this.retryTimer = setTimeout(() => void this.load(), 200);
  }

  /** Asks whether the store has changed since, and whether the service still answers. */
  async check(): Promise<void> {
    if (!this.data || this.isRefused || !may('leggere_cifre')) return;
    const fresh = serviceFor(this.state());
    try {
      const region = await fresh.gaps('regione');
      if (snapshotOf(region.meta) === this.data.provenance.snapshot) return;
      this.service = fresh;
      await this.load();
    } catch (error) {
      this.fail(error);
    }
  }

  private fail(error: unknown): void {
    if (error instanceof UnknownName || (error instanceof ApiProblem && error.isWrong)) {
      this.isRefused = true;
      error instanceof UnknownName ? this.events.refused(error) : this.events.wrong(error);
      return;
    }
    const seconds = (error instanceof ApiProblem ? error.retryAfterSeconds : null) ?? RETRY_SECONDS;
    const retry = () => void this.load();
    this.events.failed(error, seconds, retry);
    this.retryTimer = setTimeout(retry, seconds * 1000);
  }
}
