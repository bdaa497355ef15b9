import { afterEach, describe, expect, it, vi } from 'vitest';
import { ApiProblem } from '../../src/api/apiClient';
import { searched } from '../../src/api/searches';

afterEach(() => vi.unstubAllGlobals());

const running = (fatto: number | null) => ({ rows: [{ stato: 'in_corso', davanti: null, fatto, totale: 11 }] });

/** A service that answers a search with 202 and, looked at, with these in turn. */
function serviceWith(...states: object[]) {
  const asked: string[] = [];
  vi.stubGlobal('fetch', async (url: string, request: RequestInit = {}) => {
    asked.push(`${request.method ?? 'GET'} ${url.replace('api/v1/', '')}`);
    request.signal?.throwIfAborted();
    if (request.method === 'DELETE') return new Response('{}');
    if (url.endsWith('/result')) return new Response('{"rows":["found"]}');
    if (url.includes('searches/')) return new Response(JSON.stringify(states.shift()));
    return new Response('{}', { status: 202, headers: { location: '/api/v1/searches/abc' } });
  });
  return asked;
}

describe('a search', () => {
  it('that is answered at once is not looked at again', async () => {
    const fetched = vi.fn(async () => new Response('{"rows":[1]}'));
    vi.stubGlobal('fetch', fetched);
    expect(await searched('curve', { spokes: 3 }, new AbortController().signal, vi.fn())).toEqual({ rows: [1] });
    expect(fetched).toHaveBeenCalledExactlyOnceWith(
      'api/v1/curve?spokes=3',
      expect.objectContaining({ headers: { prefer: 'respond-async, wait=1' } }),
    );
  });

  it('that takes longer tells how far it is, and then what it found', async () => {
    const asked = serviceWith(running(3), { rows: [{ stato: 'finita' }] });
    const told = vi.fn();
    expect(await searched('curve', {}, new AbortController().signal, told)).toEqual({ rows: ['found'] });
    expect(told.mock.calls).toEqual([[{ ahead: null, done: 3, total: 11 }]]);
    expect(asked).toEqual(['GET curve', 'GET searches/abc', 'GET searches/abc', 'GET searches/abc/result']);
  });

  it('that is given up ends at the service', async () => {
    const asked = serviceWith(running(1), running(2));
    const controller = new AbortController();
    const found = searched('curve', {}, controller.signal, () => controller.abort());
    await expect(found).rejects.toThrow('abort');
    expect(asked).toEqual(['GET curve', 'GET searches/abc', 'DELETE searches/abc']);
  });

  it('that is given up before the service has named it ends at the service as soon as it has', async () => {
    const asked = serviceWith();
    const controller = new AbortController();
    const found = searched('curve', {}, controller.signal, vi.fn());
    controller.abort();
    await expect(found).rejects.toThrow('abort');
    await vi.waitFor(() => expect(asked).toEqual(['GET curve', 'DELETE searches/abc']));
  });

  it('that is given up before it is asked is not asked', async () => {
    const asked = serviceWith();
    await expect(searched('curve', {}, AbortSignal.abort(), vi.fn())).rejects.toThrow('abort');
    expect(asked).toEqual([]);
  });

  it('that the service has no place for says when to come back', async () => {
    const problem = new Response('{"title":"Occupato"}', { status: 503, headers: { 'retry-after': '7' } });
    vi.stubGlobal('fetch', async () => problem);
    const error = (await searched('curve', {}, new AbortController().signal, vi.fn()).catch(
      (e: unknown) => e,
    )) as ApiProblem;
    expect([error instanceof ApiProblem, error.status, error.retryAfterSeconds]).toEqual([true, 503, 7]);
  });

  it('of more than an address holds stands in a body', async () => {
    const fetched = vi.fn(async () => new Response('{}'));
    vi.stubGlobal('fetch', fetched);
    const codes = '017087,'.repeat(500);
    await searched(
      'suggestions',
      { 'not-in': codes, spokes: 3, ats: null, f: 'json' },
      new AbortController().signal,
      vi.fn(),
    );
    expect(fetched).toHaveBeenCalledWith(
      'api/v1/suggestions',
      expect.objectContaining({ method: 'POST', body: JSON.stringify({ 'not-in': codes, spokes: 3, f: 'json' }) }),
    );
  });
});
