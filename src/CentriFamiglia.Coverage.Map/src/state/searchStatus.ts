/** Parts of a search, in the order in which they are asked for. */
export type SearchPart = 'proposte' | 'bacini' | 'curva';

/** How far the search behind the proposals is. */
export type SearchStatus =
  | { phase: 'none' | 'done' | 'stopped' }
  | {
      phase: 'running';
      part: SearchPart;
      /** Searches that wait before it; null where it is computed, or the service has not said. */
      ahead: number | null;
      done: number | null;
      total: number | null;
    }
  | {
      phase: 'failed';
      /** Of HTTP; 0 where the service does not answer. */
      status: number;
      title: string;
      detail: string;
      cure: string;
      /** After which it is asked for again by itself; null where only other choices, or the user, can mend it. */
      seconds: number | null;
    };
