import { afterEach, describe, expect, it, vi } from 'vitest';
import { signedIn } from '../../src/api/account';
import { CoverageData } from '../../src/api/coverageData';
import { type Knobs, NO_KNOBS } from '../../src/api/proposalKnobs';
import type { ProposalQuery } from '../../src/api/proposalQuery';

afterEach(() => vi.unstubAllGlobals());

const serviceOf = (respond: () => Response = () => new Response('{"meta":{},"rows":[]}')) => {
  const fetched = vi.fn(async (_: string) => respond());
  vi.stubGlobal('fetch', fetched);
  return { asked: () => fetched.mock.calls.map(([url]) => decodeURIComponent(url.replaceAll('+', ' '))) };
};
const query: ProposalQuery = {
  level: 'ambito',
  goal: 'cover',
  spokes: 7,
  everyUnit: true,
  knobs: NO_KNOBS,
  ats: 'Pavia',
  count: 'propri',
};

const every: Knobs = {
  both: true,
  limit: 25.5,
  reach: 35,
  spokeCost: 20000,
  budget: 100000,
  atsBudget: 'libero',
  balance: true,
  share: 99.5,
  timeLimit: 30,
  fixed: ['016024'],
  onlyIn: ['017096', '017170'],
  notIn: ['017087'],
};
const watch = { signal: new AbortController().signal, told: () => {} };

describe('each answer is asked of its resource', () => {
  it.each<[string, (data: CoverageData) => Promise<unknown>]>([
    ['gaps?by=regione&f=json&sedi=note', (d) => d.gaps('regione')],
    ['places?by=ambito&f=json&sedi=note', (d) => d.places('ambito')],
    ['gaps?by=comune&f=json&sedi=note', (d) => d.comuneNames()],
    ['gaps?by=comune&f=geojson&sedi=note', (d) => d.comuneShapes()],
    ['gaps?by=comune&at=mar 17:30&f=json&sedi=note', (d) => d.openAt('mar 17:30')],
    ['sites?f=geojson&sedi=note', (d) => d.sites()],
    ['findings?f=geojson&sedi=note', (d) => d.findings()],
    ['measures?measure=bfca&by=comune&f=json&sedi=note', (d) => d.measure('bfca', 'comune')],
    ['measures?measure=curva&by=ats&f=json&sedi=note', (d) => d.reach('ats')],
    ['fragility?f=geojson&sedi=note', (d) => d.fragility({ ats: null, count: 'tutte' })],
    ['fragility?ats=Pavia&f=geojson&sedi=note', (d) => d.fragility({ ats: 'Pavia', count: 'propri' })],
    ['fragility?ats=Pavia&conta=tutte&f=geojson&sedi=note', (d) => d.fragility({ ats: 'Pavia', count: 'tutte' })],
    ['networks?f=json&sedi=note', (d) => d.networks()],
    // Whatever set is named, what there is to choose is asked of the service itself.
    ['info?f=json', (d) => d.choices()],
    ['catchments?f=json&sedi=note', (d) => d.catchments()],
    ['isochrones?site=LO01-H&minutes=15,30&f=geojson&sedi=note', (d) => d.isochrones('LO01-H', [15, 30])],
    ['info?f=json&sedi=note', (d) => d.siteSets()],
    ['budget?f=json&sedi=note', (d) => d.budget()],
    [
      'suggestions?level=ambito&goal=cover&ats=Pavia&spokes=7&every-unit=si&f=geojson&sedi=note',
      (d) => d.suggestions(query),
    ],
    [
      'suggestions?level=ambito&goal=cover&ats=Pavia&conta=tutte&spokes=7&every-unit=si&f=geojson&sedi=note',
      (d) => d.suggestions({ ...query, count: 'tutte' }),
    ],
    [
      'suggestions?level=ambito&goal=cover&spokes=7&f=geojson&sedi=note',
      (d) => d.suggestions({ ...query, everyUnit: false, ats: null }),
    ],
    [
      'suggestions?level=distretto&goal=units&ats=Pavia&f=geojson&sedi=note',
      (d) => d.suggestions({ ...query, level: 'distretto', goal: 'units' }),
    ],
    [
      'suggestions?level=ambito&goal=cover&ats=Pavia&spokes=7&every-unit=si&by=comune&f=json&sedi=note',
      (d) => d.effects(query, watch),
    ],
    [
      'curve?level=ambito&goal=time&ats=Pavia&spokes=10&every-unit=si&f=json&sedi=note',
      (d) => d.curve({ ...query, goal: 'time' }, watch),
    ],
    [
      'suggestions?level=entrambi&goal=cover&every-unit=si&balance=si&limit=25.5&reach=35&spoke-cost=20000&budget=100000' +
        '&ats-budget=libero&only-in=017096,017170&not-in=017087&fissi=016024&time-limit=30&share=99.5&f=geojson&sedi=note',
      (d) => d.proposals({ ...query, ats: null, knobs: every }, watch),
    ],
    // The other goals have no share; with `units` nothing is balanced, and money says nothing without a cost.
    [
      'suggestions?level=ambito&goal=units&f=geojson&sedi=note',
      (d) =>
        d.proposals(
          {
            ...query,
            ats: null,
            goal: 'units',
            knobs: { ...NO_KNOBS, balance: true, share: 99, budget: 5, atsBudget: 'libero' },
          },
          watch,
        ),
    ],
    ['gaps?by=ats&limit=25&f=json&sedi=note', (d) => d.gapsWithin('ats', 25)],
    // The curve of the goal that has no number of Spokes is that of the residents within the limit.
    [
      'curve?level=ambito&goal=cover&ats=Pavia&spokes=10&f=json&sedi=note',
      (d) => d.curve({ ...query, goal: 'units' }, watch),
    ],
  ])('%s', async (url, ask) => {
    const { asked } = serviceOf();
    await ask(new CoverageData('note'));
    expect(asked()).toEqual([`api/v1/${url}`]);
  });

  it('of the set in use where none is named', async () => {
    const { asked } = serviceOf();
    await new CoverageData(null).budget();
    expect(asked()).toEqual(['api/v1/budget?f=json']);
  });
});

it('says whose travel is weighed to the questions that weigh it, and to no other', async () => {
  const { asked } = serviceOf();
  const data = new CoverageData('note', {}, 'famiglie');
  await Promise.all([data.gaps('ats'), data.budget(), data.coverage('ats'), data.catchments()]);
  expect(asked()).toEqual([
    'api/v1/gaps?by=ats&f=json&domanda=famiglie&sedi=note',
    'api/v1/budget?f=json&sedi=note',
    'api/v1/coverage?level=ats&f=json&sedi=note',
    'api/v1/places?by=ats&f=json&sedi=note',
    'api/v1/catchments?f=json&domanda=famiglie&sedi=note',
  ]);
});

describe('of several ATS that an account reads', () => {
  const reads = (...ats: string[]) =>
    signedIn({
      access: 'fatto',
      byBrowser: true,
      name: 'Pina',
      roles: ['pianificatore'],
      ats,
      reaches: new Map([['leggere_cifre', 'propria_ats']]),
    });
  afterEach(() => signedIn());

  it('one is named in every question that knows it', async () => {
    reads('Brescia', 'Bergamo');
    const { asked } = serviceOf();
    const data = new CoverageData(null, {}, 'residenti', 'Bergamo');
    await Promise.all([data.coverage('ambito'), data.siteSets(), data.choices(), data.gaps('regione')]);
    expect(asked()).toEqual([
      'api/v1/coverage?level=ambito&f=json&ats=Bergamo',
      'api/v1/places?by=ambito&f=json',
      'api/v1/info?f=json',
      'api/v1/gaps?by=ats&f=json&ats=Bergamo',
    ]);
  });

  it('the only one goes without saying, and so do all', async () => {
    reads('Brescia');
    const { asked } = serviceOf();
    await new CoverageData(null, {}, 'residenti', 'Brescia').budget();
    signedIn();
    await new CoverageData(null, {}, 'residenti', 'Brescia').budget();
    expect(asked()).toEqual(['api/v1/budget?f=json', 'api/v1/budget?f=json']);
  });
});

describe('an answer', () => {
  it('is asked for once, however often it is needed', async () => {
    const { asked } = serviceOf();
    const data = new CoverageData(null);
    await Promise.all([data.gaps('ambito'), data.gaps('ambito'), data.gaps('ats'), data.gaps('ambito')]);
    expect(asked()).toHaveLength(2);
  });

  it('that failed is asked for again', async () => {
    const { asked } = serviceOf(() => new Response('{}', { status: 503 }));
    const data = new CoverageData(null);
    await expect(data.budget()).rejects.toThrow('Il servizio ha risposto 503');
    await expect(data.budget()).rejects.toThrow('Il servizio ha risposto 503');
    expect(asked()).toHaveLength(2);
  });
});
