import { changeScenario, createScenario, type ReadScenario, readScenario } from '../api/desk';
import type { ScenarioRef } from '../api/deskRows';
import { byId, el } from '../drawing/dom';
import { SaveScenario } from '../panels/decisioni/saveScenario';
import { trialOf } from '../state/deskData';
import type { ViewData } from '../state/viewData';
import type { Change, ViewState } from '../state/viewState';
import { SAVE } from '../text/deskWords';

/** What the desk needs of the page. */
export interface DeskHost {
  state(): ViewState;
  /** As the store has it; null until it has come. */
  data(): ViewData | null;
  change: Change;
  render(): void;
  /** The data may be others by now. */
  refresh(): void;
  /** Opens the sheet of a proposal. */
  select(code: string): void;
}

/** The scenario behind a trial: opened from a link or the list, written to, or made of the trial. */
export class TrialScenario {
  readonly section = el('section', {
    id: 'scenario',
    class: 'desk trial-scenario',
    'aria-label': SAVE.title,
    hidden: true,
  });
  private readonly panel: SaveScenario;
  /** Names of the scenarios that were read, by id. */
  private readonly names = new Map<string, string>();
  private reading = '';

  /** @param written What was written is said, and the lists are read again. */
  constructor(
    private readonly host: DeskHost,
    private readonly written: (said: string) => void,
  ) {
    this.panel = new SaveScenario({
      create: async (words) => {
        const { sedi, trial } = host.state();
        this.kept(await createScenario({ ...words, sedi, changes: trial }));
      },
      into: async ({ id, version }) =>
        this.kept(await changeScenario(id, version ?? 0, { changes: host.state().trial })),
      again: ({ id }) => host.change({ scenario: { id, version: null } }),
      leave: () => host.change({ scenario: null }),
    });
    this.section.append(...this.panel.parts());
  }

  show(view: ViewData, state: ViewState): void {
    const isOn = state.theme === 'prova';
    this.section.hidden = !isOn;
    if (!isOn) return;
    // The panel of the trial has its parts by now: what is kept stands before what it brings.
    if (!this.section.isConnected) byId('prova').querySelector('.trial-results')?.before(this.section);
    const { scenario, trial } = state;
    this.panel.show(scenario, scenario ? (this.names.get(scenario.id) ?? scenario.id) : '', trial.length === 0);
    if (scenario && (scenario.version === null || !this.names.has(scenario.id))) void this.read(scenario, view);
    else this.reading = '';
  }

  /** A link may name a scenario alone, or hold a trial that was made of it: then only its name is missing. */
  private async read(scenario: ScenarioRef, { provenance }: ViewData): Promise<void> {
    const key = JSON.stringify(scenario);
    if (key === this.reading) return;
    this.reading = key;
    try {
      const read = await readScenario(scenario.id);
      if (JSON.stringify(this.host.state().scenario) !== key) return;
      this.names.set(read.id, read.name);
      const { sedi } = this.host.state();
      if (scenario.version === null) {
        this.host.change(
          {
            trial: trialOf(read),
            sedi: read.set === provenance.sedi.name ? sedi : read.set,
            scenario: { id: read.id, version: read.version },
          },
          true,
        );
        byId('detto').textContent = SAVE.opened(read.name);
      } else this.host.render();
    } catch (error) {
      this.panel.fail(error);
    }
  }

  private kept({ id, name, version }: ReadScenario): void {
    this.names.set(id, name);
    this.host.change({ scenario: { id, version } });
    this.written(SAVE.saved(name));
  }
}
