import type { Change } from '../../state/viewState';

/** What the lists of the view ask of the page. */
export interface DeskActions {
  change: Change;
  /** The ATS of the page. */
  ats(): string | null;
  /** Something was written: it is said, and what is shown is read again. */
  written(said: string): void;
  /** The same, where what the map shows is another now. */
  applied(said: string): void;
  say(words: string): void;
}

/** What freezing asks of the page besides. */
export interface RunActions extends DeskActions {
  /** The search of the view of the proposals, in words. */
  search(): string;
  freeze(title: string, scenario: string | null): Promise<void>;
}
