import { may } from '../api/account';
import { decide, decisionsOf, freeze, frozenProposals, listRuns, listScenarios, readRun } from '../api/desk';
import { asObject } from '../api/meta';
import { proposalParameters } from '../api/proposalQuery';
import { weighing } from '../api/weighing';
import { suggestionCode } from '../domain/proposals';
import { byId, el } from '../drawing/dom';
import { DecisionForm } from '../panels/decisioni/decisionForm';
import type { RunActions } from '../panels/decisioni/deskActions';
import { DeskPanel } from '../panels/decisioni/deskPanel';
import { type DeskData, type DeskLists, type OpenRun, openRunOf } from '../state/deskData';
import { withDesk } from '../state/deskView';
import { Kept } from '../state/kept';
import type { ViewData } from '../state/viewData';
import { proposalQuery } from '../state/viewState';
import { DESK, RUNS } from '../text/deskWords';
import { proposalsAre } from '../text/otherWords';
import { Asking } from './asking';
import { type DeskHost, TrialScenario } from './trialScenario';

/** The view of the decisions: what was kept of trials, what was frozen, what is decided; and in the trial the way there. */
export class Desk {
  private readonly section = el('section', {
    id: 'decisioni',
    class: 'desk',
    'aria-label': DESK.section,
    tabindex: '-1',
  });
  private readonly panel: DeskPanel;
  private readonly trial: TrialScenario;
  private readonly lists: Asking<DeskLists>;
  private readonly run: Asking<OpenRun>;
  private readonly forms = new Map<string, DecisionForm>();
  private readonly views = new Kept<ViewData>();
  /** Grows with whatever is written: then all is read again, and what is shown stays until it has come. */
  private revision = 0;
  private lastLists: DeskLists | null = null;
  private lastRun: OpenRun | null = null;

  constructor(private readonly host: DeskHost) {
    this.lists = new Asking('desk', DESK.failed, () => this.told());
    this.run = new Asking('run', DESK.failed, () => this.told());
    this.panel = new DeskPanel(this.section, this.actions(), (run, number) => this.choose(run, number));
    this.trial = new TrialScenario(host, (said) => this.written(said));
    byId('prova').after(this.section);
  }

  get isOn(): boolean {
    return this.host.state().theme === 'decisioni';
  }

  /** The view with what the desk knows; the same object as long as nothing of it changes. */
  view(base: ViewData): ViewData {
    const [lists, run, problem] = [this.lastLists, this.openRun(), this.lists.problem || this.run.problem];
    const desk: DeskData = { lists, run, problem };
    return this.views.of([base, base.comuni, base.comuneShapes, lists, run, problem], () => withDesk(base, desk));
  }

  /** Shows the panels, and asks for what they do not know yet. */
  show(view: ViewData): void {
    const state = this.host.state();
    const { run } = state;
    this.lists.want(this.isOn ? String(this.revision) : null, readLists);
    this.run.want(this.isOn && run ? JSON.stringify([run, this.revision]) : null, () => readOpenRun(run ?? ''));
    this.section.hidden = !this.isOn;
    const isHome = this.isOn && run === null;
    byId('tabella').hidden = isHome;
    document.querySelector('.skip-link')?.setAttribute('href', isHome ? '#decisioni' : '#tabella');
    if (view.desk) this.panel.show(view.desk, state, view);
    this.trial.show(view, state);
  }

  /** The form of a proposal of the analysis that is open; nothing elsewhere. */
  readonly decision = (number: number): HTMLElement[] => {
    const run = this.isOn ? this.openRun() : null;
    if (!run) return [];
    const key = `${run.row.id}/${number}`;
    const form = this.forms.get(key) ?? new DecisionForm(number, this.decisions());
    this.forms.set(key, form);
    form.show(run);
    return [form.element];
  };

  private openRun(): OpenRun | null {
    const { run } = this.host.state();
    return this.lastRun?.row.id === run ? this.lastRun : null;
  }

  private told(): void {
    this.lastLists = this.lists.found ?? this.lastLists;
    this.lastRun = this.run.found ?? this.lastRun;
    this.host.render();
  }

  private actions(): RunActions {
    const { host } = this;
    const query = () => proposalQuery({ ...host.state(), theme: 'proposte' });
    return {
      change: host.change,
      ats: () => host.state().ats,
      written: (said) => this.written(said),
      applied: (said) => {
        this.written(said);
        host.refresh();
      },
      say,
      search: () => proposalsAre(query()),
      freeze: async (title, scenario) => {
        const { sedi, demand } = host.state();
        // A scenario has its own set of sedi.
        const whose = { ...weighing('suggestions', demand), sedi: scenario ? null : sedi };
        await freeze(title, scenario, { ...proposalParameters(query()), ...whose });
        this.written(RUNS.frozen(title));
      },
    };
  }

  private decisions() {
    return {
      decide: async (number: number, body: Record<string, unknown>, said: string) => {
        await decide(this.host.state().run ?? '', number, body);
        this.written(said);
      },
      choose: (run: OpenRun, number: number) => this.choose(run, number),
    };
  }

  private choose({ proposals }: OpenRun, number: number): void {
    const proposal = proposals.find(({ ordine }) => ordine === number);
    if (proposal) this.host.select(suggestionCode(proposal));
  }

  private written(said: string): void {
    say(said);
    this.revision++;
    this.host.render();
  }
}

const say = (words: string): void => {
  byId('detto').textContent = words;
};

async function readLists(): Promise<DeskLists> {
  const [scenarios, runs] = await Promise.all([may('leggere_bozze') ? listScenarios() : null, listRuns()]);
  return { scenarios: scenarios?.rows ?? [], runs: runs.rows };
}

async function readOpenRun(id: string): Promise<OpenRun> {
  const [{ row, meta }, proposals, decisions] = await Promise.all([readRun(id), frozenProposals(id), decisionsOf(id)]);
  return openRunOf(row, asObject(meta['ingressi']), proposals.rows, decisions.rows);
}
