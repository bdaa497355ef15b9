import type { CoverageData } from '../api/coverageData';
import type { ViewData } from '../state/viewData';

interface FollowEvents {
  /** What is shown now, and the load that it came with: what is asked for one does not come for another. */
  current(): { data: ViewData | null; turn: number };
  arrived(data: ViewData): Promise<void>;
  failed(error: unknown): void;
}

/** A part of a view that comes after the rest: asked for once of each service, where something wants it, and kept for the views after. */
export class Following<Part extends 'comuni' | 'comuneShapes'> {
  /** The service whose part has been asked for, and the load for whose view it was. */
  private askedOf: CoverageData | null = null;
  private askedFor = 0;

  constructor(
    private readonly part: Part,
    private readonly isWanted: () => boolean,
    private readonly ask: (service: CoverageData) => Promise<NonNullable<ViewData[Part]>>,
    private readonly events: FollowEvents,
  ) {}

  need(service: CoverageData): void {
    const { data, turn } = this.events.current();
    if (!data || this.askedFor === turn) return;
    // What was asked for once costs nothing more.
    if (data[this.part] === null && this.askedOf !== service && !this.isWanted()) return;
    this.askedOf = service;
    this.askedFor = turn;
    void this.load(turn, service);
  }

  private async load(turn: number, service: CoverageData): Promise<void> {
    try {
      const part = await this.ask(service);
      const now = this.events.current();
      if (now.turn !== turn || !now.data) return;
      now.data[this.part] = part;
      await this.events.arrived(now.data);
    } catch (error) {
      if (this.events.current().turn === turn) this.events.failed(error);
    }
  }
}
