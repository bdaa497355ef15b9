import { afterEach, describe, expect, it, vi } from 'vitest';
import {
  ApiProblem,
  apiUrl,
  fetchAnswer,
  postQuestion,
  sendFile,
  session,
  type TableAnswer,
} from '../../src/api/apiClient';
import { writeFile } from '../../src/api/previewRows';

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

describe('a file of which nothing could be taken', () => {
  const report = { meta: { righe_lette: 1, righe_accettate: 0, righe_rifiutate: 1 }, rows: [{ motivo: 'Senza nome' }] };
  const file = new File(['site_id\nX1'], 'sedi.csv');

  it('comes back with its report', async () => {
    answer(422, report);
    const sent = await sendFile('import', { file: 'sedi.csv' }, file);
    expect([sent.status, await sent.json()]).toEqual([422, report]);
  });

  it('is told as one that was not written, row by row', async () => {
    answer(422, report);
    const choices = { kind: null, sedi: null, isWhole: false, inComune: false };
    const { isWritten, counts, issues } = await writeFile(file, choices, '"f00d"');
    expect([isWritten, counts.refused, issues[0]?.motivo]).toEqual([false, 1, 'Senza nome']);
    const [address, request] = vi.mocked(fetch).mock.calls[0] ?? [];
    expect(address).toBe('api/v1/import?file=sedi.csv&accept-valid=si');
    expect(request?.headers).toMatchObject({ 'if-match': '"f00d"' });
  });

  it('that was taken is told as written', async () => {
    answer(200, { ...report, meta: { righe_accettate: 1 } });
    const choices = { kind: null, sedi: null, isWhole: false, inComune: false };
    expect((await writeFile(file, choices, '')).isWritten).toBe(true);
  });

  it.each([400, 403, 412, 413])('or that the service did not want is a problem: %i', async (status) => {
    answer(status, { title: 'Non ammesso', rimedio: 'Chiedere.' });
    await expect(sendFile('import', {}, file)).rejects.toMatchObject({ status, cure: 'Chiedere.' });
  });

  it('is the only answer of the kind: a question that cannot be computed is a problem', async () => {
    answer(422, { title: 'Non calcolabile', detail: 'Mancano i tempi.' });
    await expect(postQuestion('what-if', {}, {})).rejects.toMatchObject({ status: 422, detail: 'Mancano i tempi.' });
  });
});

describe('a session that has ended', () => {
  it('is told, and is a problem without words of the service', async () => {
    const ended = vi.spyOn(session, 'ended');
    answer(401, { title: 'Accesso richiesto', detail: 'Questo servizio risponde a chi ha fatto l’accesso.' });
    await expect(fetchAnswer('gaps', {})).rejects.toMatchObject({ status: 401, detail: '' });
    expect(ended).toHaveBeenCalledOnce();
  });
});

it('an address without parameters has none', () => {
  expect(apiUrl('sites', {})).toBe('api/v1/sites');
  expect(apiUrl('sites', { a: undefined, b: null, c: '', d: 0 })).toBe('api/v1/sites?d=0');
});
