import { afterEach, describe, expect, it, vi } from 'vitest';
import { ApiProblem, apiUrl, fetchAnswer, type TableAnswer } from '../../src/api/apiClient';

afterEach(() => vi.unstubAllGlobals());

const answer = (status: number, body: unknown, headers: Record<string, string> = {}) =>
  vi.stubGlobal('fetch', vi.fn().mockResolvedValue(new Response(JSON.stringify(body), { status, headers })));

describe('the API client', () => {
  it('leaves out what is not asked', () => {
    expect(apiUrl('gaps', { by: 'ambito', sedi: null, ats: '' })).toBe('api/v1/gaps?by=ambito');
  });

  it('gives the rows with their meta', async () => {
    answer(200, { meta: { data: '2026-01-01' }, rows: [{ codice: 'lodi' }] });
    expect((await fetchAnswer<TableAnswer<{ codice: string }>>('coverage', { level: 'ambito' })).rows[0]?.codice).toBe(
      'lodi',
    );
  });

  it('reads a problem with its cure and the seconds to wait', async () => {
    answer(503, { title: 'Archivio non raggiungibile', detail: 'Riprovare.' }, { 'retry-after': '7' });
    const problem = await fetchAnswer('coverage', {}).catch((e: unknown) => e as ApiProblem);
    expect(problem).toMatchObject({ status: 503, message: 'Archivio non raggiungibile', retryAfterSeconds: 7 });
  });

  it('takes a broken connection for a problem that passes', async () => {
    vi.stubGlobal('fetch', vi.fn().mockRejectedValue(new TypeError('network')));
    const problem = (await fetchAnswer('coverage', {}).catch((e: unknown) => e)) as ApiProblem;
    expect(problem).toBeInstanceOf(ApiProblem);
    expect(problem.status).toBe(0);
  });
});

describe('a problem', () => {
  it('that says nothing is told by its number', async () => {
    vi.stubGlobal('fetch', vi.fn().mockResolvedValue(new Response('<html>', { status: 502 })));
    const problem = await fetchAnswer('coverage', {}).catch((e: unknown) => e);
    expect(problem).toMatchObject({
      name: 'ApiProblem',
      message: 'Il servizio ha risposto 502',
      detail: '',
      retryAfterSeconds: null,
    });
  });

  it('tells its cure', async () => {
    answer(400, { title: 'Parametro non valido', detail: 'Scrivere un livello.' });
    expect(await fetchAnswer('coverage', {}).catch((e: unknown) => e)).toMatchObject({
      detail: 'Scrivere un livello.',
    });
  });

  it('of the network says that the service does not answer', async () => {
    vi.stubGlobal('fetch', vi.fn().mockRejectedValue(new TypeError('network')));
    expect(await fetchAnswer('coverage', {}).catch((e: unknown) => e)).toMatchObject({
      message: 'Il servizio non risponde',
      detail: 'La rete o il servizio sono interrotti.',
    });
  });
});

it('an address without parameters has none', () => {
  expect(apiUrl('sites', {})).toBe('api/v1/sites');
  expect(apiUrl('sites', { a: undefined, b: null, c: '', d: 0 })).toBe('api/v1/sites?d=0');
});
