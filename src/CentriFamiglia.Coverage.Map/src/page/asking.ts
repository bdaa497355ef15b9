import { ApiProblem } from '../api/apiClient';

const RETRY_MS = 5_000;

/** One question beside those of the view, the last one asked: what it gave, or why it gave nothing. */
export class Asking<Found> {
  /** Null where nothing is asked for, or has come. */
  found: Found | null = null;
  problem = '';
  private key: string | null = null;

  /**
   * @param name Under which the page says how it stands: `asking`, `ready`, `failed`, `none`.
   * @param failed Said where the service does not say why.
   * @param told More is known, or it cannot be.
   */
  constructor(
    private readonly name: string,
    private readonly failed: string,
    private readonly told: () => void,
  ) {}

  /** Asks, unless that is what is asked already; a key of null ends it. */
  want(key: string | null, ask: (() => Promise<Found>) | null): void {
    if (key === this.key) return;
    this.key = key;
    this.found = null;
    this.problem = '';
    document.body.dataset[this.name] = key === null ? 'none' : 'asking';
    if (key !== null && ask) void this.look(key, ask);
  }

  private async look(key: string, ask: () => Promise<Found>): Promise<void> {
    try {
      const found = await ask();
      if (this.key !== key) return;
      this.found = found;
      document.body.dataset[this.name] = 'ready';
      this.told();
    } catch (error) {
      if (this.key === key) this.fail(key, error);
    }
  }

  private fail(key: string, error: unknown): void {
    const known = error instanceof ApiProblem ? error : null;
    this.problem = [known?.detail || known?.message || this.failed, known?.cure].filter(Boolean).join(' ');
    document.body.dataset[this.name] = 'failed';
    this.told();
    // A service that is busy or away may answer the next time.
    if (known && known.status > 0 && known.status < 500) return;
    setTimeout(() => {
      if (this.key !== key) return;
      this.key = null;
      this.told();
    }, RETRY_MS);
  }
}
