import { afterEach, describe, expect, it, vi } from 'vitest';
import { ApiProblem } from '../../src/api/apiClient';
import type { CoverageData } from '../../src/api/coverageData';
import type { SearchWatch } from '../../src/api/searches';
import { ProposalSearch } from '../../src/page/proposalSearch';
import type { SearchStatus } from '../../src/state/searchStatus';
import { shapes } from '../examples/rows';
import { shown, view } from '../examples/views';

afterEach(() => vi.useRealTimers());

const meta = { fotografia: { hash: 'f00d' } };

/** A search over a service whose questions are answered by hand. */
function searchOf() {
  const asked: { name: string; watch: SearchWatch; answer: (value: object) => void; fail: (error: unknown) => void }[] =
    [];
  const question = (name: string) => (_: unknown, watch: SearchWatch) =>
    new Promise((answer, fail) => asked.push({ name, watch, answer, fail }));
  const service = {
    proposals: question('proposals'),
    effects: question('effects'),
    curve: question('curve'),
  } as unknown as CoverageData;
  const told: SearchStatus[] = [];
  const events = { found: vi.fn(), told: (status: SearchStatus) => told.push(status), outdated: vi.fn() };
  const search = new ProposalSearch(events);
  const want = (spokes: number) => search.want(view({ theme: 'proposte', goal: 'cover', spokes }), shown(), service);
  const asking = (count: number) => vi.waitFor(() => expect(asked).toHaveLength(count));
  return { search, want, asked, asking, told, events, last: () => told[told.length - 1] };
}

describe('the search for the proposals', () => {
  it('shows each part when it comes, and says when all are here', async () => {
    const { want, asked, asking, events, last } = searchOf();
    want(3);
    asked[0]?.answer({ ...shapes(), meta });
    await asking(2);
    asked[1]?.answer({ rows: [], meta });
    await asking(3);
    asked[2]?.answer({ rows: [], meta });
    await vi.waitFor(() => expect(last()).toEqual({ phase: 'done' }));
    expect(asked.map(({ name }) => name)).toEqual(['proposals', 'effects', 'curve']);
    expect(events.found).toHaveBeenCalledTimes(3);
  });

  it('for the same is not begun twice, and for another ends the one before', () => {
    const { want, asked } = searchOf();
    want(3);
    want(3);
    expect(asked).toHaveLength(1);
    want(4);
    expect(asked.map(({ watch }) => watch.signal.aborted)).toEqual([true, false]);
  });

  it('that the user ends shows nothing more, and is not begun again by itself', async () => {
    const { search, want, asked, events, last } = searchOf();
    want(3);
    search.stop();
    asked[0]?.answer({ ...shapes(), meta });
    want(3);
    await Promise.resolve();
    expect([asked.length, asked[0]?.watch.signal.aborted, events.found.mock.calls.length]).toEqual([1, true, 0]);
    expect(last()).toEqual({ phase: 'stopped' });
  });

  it('that finds no place is asked for again when the service says', async () => {
    vi.useFakeTimers();
    const { want, asked, last } = searchOf();
    want(3);
    asked[0]?.fail(new ApiProblem(503, 'Occupato', '', 7));
    await vi.advanceTimersByTimeAsync(6_900);
    expect([last(), asked.length]).toEqual([expect.objectContaining({ phase: 'failed', status: 503, seconds: 7 }), 1]);
    await vi.advanceTimersByTimeAsync(200);
    expect(asked).toHaveLength(2);
  });

  it('that cannot be is not asked for again', async () => {
    const { want, asked, last } = searchOf();
    want(3);
    asked[0]?.fail(new ApiProblem(400, 'Richiesta non valida', 'Il limite non va.', null, 'Scriverne un altro.'));
    await vi.waitFor(() =>
      expect(last()).toEqual({
        phase: 'failed',
        status: 400,
        title: 'Richiesta non valida',
        detail: 'Il limite non va.',
        cure: 'Scriverne un altro.',
        seconds: null,
      }),
    );
  });

  it('of other data than the page shows asks for everything anew', async () => {
    const { want, asked, events } = searchOf();
    want(3);
    asked[0]?.answer({ ...shapes(), meta: { fotografia: { hash: 'beef' } } });
    await vi.waitFor(() => expect(events.outdated).toHaveBeenCalledOnce());
    expect(events.found).not.toHaveBeenCalled();
  });
});
