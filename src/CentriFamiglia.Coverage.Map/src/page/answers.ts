import { ApiProblem, type LayerAnswer } from '../api/apiClient';
import { CoverageData } from '../api/coverageData';
import { snapshotOf } from '../api/provenance';
import type { IsochroneRow } from '../api/rows';
import { ISOCHRONES } from '../drawing/isochroneStyles';
import { loadViewData, SnapshotChanged } from '../state/loadViewData';
import { namesSomething, UnknownName, withKnownNames } from '../state/names';
import { cureFor, type ViewData } from '../state/viewData';
import { proposalQuery, type ViewState } from '../state/viewState';

const RETRY_SECONDS = 5;
const CHECK_EVERY_MS = 60_000;

/** What the page is told while answers come and go. */
interface AnswerEvents {
  busy(isBusy: boolean): void;
  /** All that the view shows is here, but for the comuni and the curve, which follow. */
  arrived(): void;
  /** Whether the view needs the shapes of the comuni, besides those that are coloured by comune. */
  wantsComuni(): boolean;
  comuniArrived(data: ViewData): Promise<void>;
  curveArrived(data: ViewData): void;
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
  /** The view that has its comuni, or asked for them, and the service they are of. */
  private comuniFor: ViewData | null = null;
  private comuniOf: CoverageData | null = null;
  private turn = 0;
  private retryTimer: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly state: () => ViewState,
    private readonly events: AnswerEvents,
  ) {
    this.service = new CoverageData(state().sedi);
  }

  /** Looks now and then, and whenever the page is seen again, whether the store has changed. */
  watch(): void {
    setInterval(() => this.check(), CHECK_EVERY_MS);
    document.addEventListener('visibilitychange', () => {
      if (document.visibilityState === 'visible') this.check();
    });
  }

  async load(): Promise<void> {
    const turn = ++this.turn;
    clearTimeout(this.retryTimer);
    this.events.busy(true);
    try {
      const state = await this.named();
      if (turn !== this.turn) return;
      this.isRefused = false;
      if (this.service.sedi !== state.sedi) this.service = new CoverageData(state.sedi);
      const data = await loadViewData(state, this.service);
      if (turn !== this.turn) return;
      this.data = data;
      this.events.arrived();
      this.needComuni();
      void this.follow(data, () => this.loadCurve(data));
    } catch (error) {
      if (turn !== this.turn) return;
      if (error instanceof SnapshotChanged) {
        this.service = new CoverageData(this.state().sedi);
        this.retryTimer = setTimeout(() => void this.load(), 200);
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
    if (!namesSomething(state)) return state;
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

  /** Asks for the comuni where the view wants them: they are the heaviest answer, for borders, names and sheets seen from near. */
  needComuni(): void {
    const { data } = this;
    if (!data || this.comuniFor === data) return;
    // What was asked for once costs nothing more.
    if (data.comuni === null && this.comuniOf !== this.service && !this.events.wantsComuni()) return;
    this.comuniFor = data;
    this.comuniOf = this.service;
    void this.follow(data, () => this.loadComuni(data));
  }

  private async loadComuni(data: ViewData): Promise<void> {
    const comuni = await this.service.comuni();
    if (this.data !== data) return;
    data.comuni = comuni;
    await this.events.comuniArrived(data);
  }

  /** The curve takes as many searches as it has points: it comes after the proposals. */
  private async loadCurve(data: ViewData): Promise<void> {
    // Where nothing is known there is nothing to search.
    if (!data.proposals || cureFor(data, this.state())) return;
    const curve = await this.service.curve(proposalQuery(this.state()));
    if (this.data !== data) return;
    data.proposals.curve = curve.rows;
    this.events.curveArrived(data);
  }

  /** Does what comes after the answers of a view; its failure counts while they are shown. */
  private async follow(data: ViewData, then: () => Promise<void>): Promise<void> {
    try {
      await then();
    } catch (error) {
      if (this.data === data) this.fail(error);
    }
  }

  /** Asks whether the store has changed since, and whether the service still answers. */
  private async check(): Promise<void> {
    if (!this.data || this.isRefused) return;
    const fresh = new CoverageData(this.state().sedi);
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
    if (error instanceof UnknownName) {
      this.isRefused = true;
      this.events.refused(error);
      return;
    }
    if (error instanceof ApiProblem && isWrong(error)) {
      this.isRefused = true;
      this.events.wrong(error);
      return;
    }
    const seconds = (error instanceof ApiProblem ? error.retryAfterSeconds : null) ?? RETRY_SECONDS;
    const retry = () => void this.load();
    this.events.failed(error, seconds, retry);
    this.retryTimer = setTimeout(retry, seconds * 1000);
  }
}

/** Whether the question itself is at fault: who is asked too often, or too slowly, may answer the next time. */
const isWrong = ({ status }: ApiProblem): boolean => status >= 400 && status < 500 && ![408, 425, 429].includes(status);
