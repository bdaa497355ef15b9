import { apiUrl, asked, type Query, type TableAnswer } from './apiClient';
import type { Schemas } from './columns';

/** How far a search is, as the service tells while nobody keeps a request open for it. */
export interface SearchProgress {
  /** Searches that wait before it; null where it is computed. */
  ahead: number | null;
  done: number | null;
  total: number | null;
}

/** Who waits for a search, and may end it. */
export interface SearchWatch {
  signal: AbortSignal;
  told(progress: SearchProgress): void;
}

type SearchRow = Pick<Schemas['SearchAnswer']['rows'][number], 'stato' | 'davanti' | 'fatto' | 'totale'>;

/** An address is too short for more. */
const LONGEST_ADDRESS = 3_000;
const LOOK_EVERY_MS = 700;
const PATIENT = { prefer: 'respond-async, wait=1' };

/**
 * The answer to a question that may take long (RFC 7240): the service goes on by itself, tells how far it is, and ends the search when
 * the signal says so. Throws an `ApiProblem` where there is no answer, and the signal's own error where it was ended.
 */
export async function searched<Answer>(
  resource: string,
  query: Query,
  signal: AbortSignal,
  told: SearchWatch['told'],
): Promise<Answer> {
  signal.throwIfAborted();
  const begun = put(resource, query);
  const first = await untilGivenUp(begun, signal, () => void begun.then(endOf, () => {}));
  if (first.status !== 202) return (await first.json()) as Answer;
  const address = addressOf(first);
  const end = () => endOf(first);
  signal.addEventListener('abort', end, { once: true });
  try {
    for (;;) {
      const { stato, davanti, fatto, totale } = rowOf(await (await read(address, signal)).json());
      if (stato !== 'in_corso') break;
      told({ ahead: davanti, done: fatto, total: totale });
      signal.throwIfAborted();
      await rest(LOOK_EVERY_MS, signal);
    }
    return (await (await read(`${address}/result`, signal)).json()) as Answer;
  } finally {
    signal.removeEventListener('abort', end);
  }
}

/** What was promised, or the error of the signal as soon as it says so. */
function untilGivenUp<T>(promise: Promise<T>, signal: AbortSignal, givenUp: () => void): Promise<T> {
  return new Promise((resolve, reject) => {
    const ended = () => {
      givenUp();
      reject(signal.reason);
    };
    signal.addEventListener('abort', ended, { once: true });
    promise.then(resolve, reject).finally(() => signal.removeEventListener('abort', ended));
  });
}

const addressOf = (begun: Response): string =>
  `api/v1/searches/${encodeURIComponent(begun.headers.get('location')?.split('/').pop() ?? '')}`;

/** Kept alive: the page may be about to close. */
function endOf(begun: Response): void {
  if (begun.status === 202) void fetch(addressOf(begun), { method: 'DELETE', keepalive: true }).catch(() => {});
}

/** Asked to the end even when given up meanwhile: only the answer tells which search there is to end. */
function put(resource: string, query: Query): Promise<Response> {
  const address = apiUrl(resource, query);
  if (address.length <= LONGEST_ADDRESS) return asked(address, { headers: PATIENT });
  const given = Object.entries(query).filter(([, value]) => value !== null && value !== undefined && value !== '');
  return asked(apiUrl(resource, {}), {
    method: 'POST',
    headers: { ...PATIENT, 'content-type': 'application/json' },
    body: JSON.stringify(Object.fromEntries(given)),
  });
}

const read = (address: string, signal: AbortSignal): Promise<Response> => asked(address, { signal });

const rowOf = ({ rows }: TableAnswer<SearchRow>): SearchRow => rows[0] as SearchRow;

const rest = (ms: number, signal: AbortSignal): Promise<void> =>
  new Promise((resolve, reject) => {
    const ended = () => {
      clearTimeout(timer);
      reject(signal.reason);
    };
    const timer = setTimeout(() => {
      signal.removeEventListener('abort', ended);
      resolve();
    }, ms);
    signal.addEventListener('abort', ended, { once: true });
  });
