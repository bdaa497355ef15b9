// @vitest-environment jsdom

import { afterEach, expect, it, vi } from 'vitest';
import { answerOf, tableOf } from '../../src/page/downloads';
import { downloadOf } from '../../src/state/downloads';
import { area, shapes } from '../examples/rows';
import { shown, view } from '../examples/views';

afterEach(() => vi.unstubAllGlobals());

const served = (headers: HeadersInit = {}) => {
  const fetched = vi.fn(async (..._: [string, RequestInit?]) => new Response('contenuto', { headers }));
  vi.stubGlobal('fetch', fetched);
  return fetched;
};

it('the table is posted as it is seen: what the search and the ATS leave, in the order chosen, all its pages', async () => {
  const fetched = served({ 'content-disposition': 'inline; filename="copertura-ambiti-brescia-2026-11-30.xlsx"' });
  const areas = shapes(
    ...Array.from({ length: 150 }, (_, i) => ({
      ...area,
      codice: `a${i}`,
      nome: `Ambito ${i}`,
      ats: 'Brescia',
      residenti: i,
    })),
    { ...area, codice: 'altro', nome: 'Ambito altrove', ats: 'Pavia', residenti: 9 },
  );
  const state = view({ ats: 'Brescia', search: 'ambito', sort: { column: 'residenti', descending: true } });

  const file = await tableOf({ state, data: shown({ areas }) }, 'xlsx');

  expect(file.name).toBe('copertura-ambiti-brescia-2026-11-30.xlsx');
  const [url, init] = fetched.mock.calls[0] ?? [];
  expect([url, init?.method]).toEqual(['api/v1/table?f=xlsx', 'POST']);
  const body = JSON.parse(String(init?.body));
  expect(body).toMatchObject({
    title: 'Ambiti: verdetto di copertura',
    name: 'copertura-ambiti-brescia',
    snapshot: 'f00d',
    question: { name: 'coverage', parameters: { level: 'ambito', ats: 'Brescia' } },
    view: location.href,
  });
  expect(body.rows.map((row: { code: string }) => row.code)).toEqual(
    Array.from({ length: 150 }, (_, i) => `a${149 - i}`),
  );
});

it('the whole answer of a trial is asked with its changes in the body, any other in the address', async () => {
  const fetched = served();
  const group = (state: Parameters<typeof view>[0]) => ({ ...downloadOf(view(state)), title: '', formats: [] });
  const trial = [{ op: 'close' as const, id: 'BG01-S2' }];

  expect((await answerOf(group({ theme: 'prova', level: 'comune', trial }), 'csv')).name).toBe('prova-comuni-dati.csv');
  expect((await answerOf(group({ theme: 'tempi' }), 'json')).name).toBe('tempi-ambiti-dati.json');

  expect(fetched.mock.calls.map(([url, init]) => [url, init?.body])).toEqual([
    ['api/v1/what-if?changed=si&f=csv', JSON.stringify({ changes: trial })],
    ['api/v1/gaps?by=ambito&f=json', undefined],
  ]);
});
