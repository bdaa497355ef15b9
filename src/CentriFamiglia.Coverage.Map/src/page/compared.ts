import type { CoverageData } from '../api/coverageData';
import { isCompared, rivalQuery } from '../state/comparison';
import { withTrial } from '../state/trialView';
import type { RivalData, ViewData } from '../state/viewData';
import type { ViewState } from '../state/viewState';
import { Program } from './program';

/** Today beside what the program proposes: in the views that show today, and in the trial as its rival. */
export class Compared {
  private readonly program: Program;
  private shown: { parts: unknown[]; view: ViewData } | null = null;

  constructor(
    private readonly state: () => ViewState,
    private readonly service: () => CoverageData,
    told: () => void,
  ) {
    this.program = new Program(told);
  }

  get isOn(): boolean {
    const state = this.state();
    return isCompared(state) && state.against === 'proposte';
  }

  /** Of the trial; null where the program is not asked. */
  get rival(): RivalData | null {
    return this.program.found;
  }

  /** The view with the proposals as sedi; the same object as long as nothing of it changes. */
  view(base: ViewData): ViewData {
    const { found } = this.program;
    const parts = [base, base.comuni, found];
    if (!this.shown || parts.some((part, i) => part !== this.shown?.parts[i]))
      this.shown = { parts, view: withTrial(base, found?.changes ?? [], found?.answer ?? null, 'proposte', found) };
    return this.shown.view;
  }

  /** Asks for what a view compares with, or for nothing. */
  ask(view: ViewData): void {
    const today = view.trial?.today ?? view;
    this.program.want(rivalQuery(view, this.state()), today, this.state(), this.service());
  }
}
