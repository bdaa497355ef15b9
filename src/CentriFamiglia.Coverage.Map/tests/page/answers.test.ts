// @vitest-environment jsdom

import { afterEach, expect, it, vi } from 'vitest';
import type { ApiProblem } from '../../src/api/apiClient';
import { Answers } from '../../src/page/answers';
import type { ViewState } from '../../src/state/viewState';
import { shapes } from '../examples/rows';
import { view } from '../examples/views';

afterEach(() => vi.unstubAllGlobals());

const meta = { fotografia: { hash: 'f00d' }, ats: ['Brianza', 'Pavia'] };

/** What is asked of a service that answers everything with nothing, and what the page is told. */
function answersFor(change: Partial<ViewState>, own: Record<string, object> = {}, wantsComuni = false) {
  const asked: string[] = [];
  vi.stubGlobal('fetch', async (url: string) => {
    asked.push(url.replace('api/v1/', ''));
    const found = Object.entries(own).find(([start]) => url.startsWith(`api/v1/${start}`));
    return new Response(JSON.stringify({ ...shapes(), rows: [], meta, ...found?.[1] }));
  });
  let state = view(change);
  const events = {
    busy: vi.fn(),
    arrived: vi.fn(),
    wantsComuni: vi.fn(() => wantsComuni),
    wantsShapes: vi.fn(() => false),
    comuniArrived: vi.fn(),
    searching: vi.fn(),
    named: vi.fn((known: ViewState) => {
      state = known;
    }),
    refused: vi.fn(),
    wrong: vi.fn(),
    failed: vi.fn(),
  };
  return { answers: new Answers(() => state, events), events, asked, state: () => state };
}

it('the ATS of an address is asked about by the name that the data give it', async () => {
  const { answers, events, asked, state } = answersFor({ theme: 'proposte', ats: 'ATS della Brianza', sedi: 'MIE' });
  await answers.load();
  expect([state().ats, state().sedi]).toEqual(['Brianza', 'mie']);
  await vi.waitFor(() => expect(asked.find((url) => url.startsWith('suggestions'))).toContain('ats=Brianza'));
  expect(asked.filter((url) => url.includes('MIE'))).toEqual([]);
  await vi.waitFor(() => expect(asked.some((url) => url.startsWith('curve'))).toBe(true));
  // Once for the view, then for all that the search finds at once.
  await vi.waitFor(() => expect(answers.data?.proposals?.curve).toEqual([]));
  expect(events.arrived).toHaveBeenCalledTimes(2);
});

it.each([{ ats: 'Lodi' }, { sedi: 'tutte' }])(
  'an address that names what there is not asks for nothing else: %o',
  async (change) => {
    const { answers, events, asked } = answersFor(change);
    await answers.load();
    expect(asked).toEqual(['info?f=json']);
    expect(events.refused).toHaveBeenCalledOnce();
    expect([events.arrived, events.failed].map((f) => f.mock.calls.length)).toEqual([0, 0]);
    expect(answers.isRefused).toBe(true);
  },
);

it('an address without names is asked about at once', async () => {
  const { answers, events, asked } = answersFor({});
  await answers.load();
  expect(asked.filter((url) => url.startsWith('info'))).toHaveLength(1);
  expect(events.named).not.toHaveBeenCalled();
});

it('the comuni come with the next view too, though the map asks for them before it is there', async () => {
  const { answers, events } = answersFor({}, {}, true);
  await answers.load();
  await vi.waitFor(() => expect(events.comuniArrived).toHaveBeenCalledOnce());
  const next = answers.load();
  answers.needComuni();
  await next;
  await vi.waitFor(() => expect(events.comuniArrived).toHaveBeenLastCalledWith(answers.data));
  expect(answers.data?.comuni).not.toBeNull();
});

it('where nothing is known no curve is asked for', async () => {
  const gaps = { rows: [{ nome: 'Lombardia', elenco_incompleto: null }] };
  const nothing = answersFor({ theme: 'proposte' }, { 'gaps?by=regione': gaps });
  await nothing.answers.load();
  const known = answersFor({ theme: 'proposte' });
  await known.answers.load();
  await vi.waitFor(() => expect(known.asked.some((url) => url.startsWith('curve'))).toBe(true));
  expect(nothing.asked.filter((url) => url.startsWith('curve'))).toEqual([]);
});

it.each([
  [400, 1, 0],
  [404, 1, 0],
  [429, 0, 1],
  [503, 0, 1],
])(
  'a question that is wrong is not put again, one that could not be answered is: %i',
  async (status, wrong, failed) => {
    vi.useFakeTimers();
    const { answers, events } = answersFor({});
    let times = 0;
    vi.stubGlobal('fetch', async () => {
      times++;
      return new Response(JSON.stringify({ title: 'Richiesta non valida', rimedio: 'Scegliere altro.' }), { status });
    });
    await answers.load();
    expect([events.wrong, events.failed].map((f) => f.mock.calls.length)).toEqual([wrong, failed]);
    const asked = times;
    await vi.advanceTimersByTimeAsync(30_000);
    expect(times > asked).toBe(failed === 1);
    const told = [...events.wrong.mock.calls, ...events.failed.mock.calls].map(
      ([problem]) => (problem as ApiProblem).cure,
    );
    expect(told[0]).toBe('Scegliere altro.');
    vi.useRealTimers();
  },
);

it('the comuni are asked for only where the view wants them, and once', async () => {
  const { answers, events, asked } = answersFor({});
  const comuni = () => asked.filter((url) => url.startsWith('gaps?by=comune'));
  await answers.load();
  answers.needComuni();
  expect(comuni()).toEqual([]);
  events.wantsComuni.mockReturnValue(true);
  answers.needComuni();
  answers.needComuni();
  await vi.waitFor(() => expect(events.comuniArrived).toHaveBeenCalledOnce());
  expect(comuni()).toEqual(['gaps?by=comune&f=json']);
});

it('a view by comune draws their borders with what it has asked for', async () => {
  const { answers, events, asked } = answersFor({ theme: 'tempi', level: 'comune' });
  await answers.load();
  await vi.waitFor(() => expect(events.comuniArrived).toHaveBeenCalledOnce());
  expect(asked.filter((url) => url.startsWith('gaps?by=comune'))).toHaveLength(1);
});
