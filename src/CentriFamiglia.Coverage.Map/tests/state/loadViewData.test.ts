import { describe, expect, it } from 'vitest';
import { SnapshotChanged } from '../../src/api/provenance';
import { loadViewData } from '../../src/state/loadViewData';
import { proposalQuery, type ViewState } from '../../src/state/viewState';
import { area, comune, gap, openComune, shapes } from '../examples/rows';
import { serviceWith } from '../examples/service';
import { view } from '../examples/views';

const ALWAYS = ['coverage ats', 'gaps regione', 'gaps ats', 'sites', 'budget', 'siteSets', 'networks'];
const usual = JSON.stringify(proposalQuery(view()));

describe('what a view asks of the service', () => {
  it.each<[Partial<ViewState>, string[]]>([
    [{}, ['coverage ambito', 'gaps ambito', 'places ambito']],
    [{ level: 'distretto' }, ['coverage distretto', 'gaps distretto', 'places distretto']],
    [{ theme: 'tempi', level: 'comune' }, ['coverage ambito', 'gaps ambito', 'places ambito', 'comuni']],
    [{ showSuggestions: true }, ['coverage ambito', 'gaps ambito', 'places ambito', `suggestions ${usual}`]],
    // The proposals of their own view are looked for apart.
    [{ theme: 'proposte' }, ['coverage ambito', 'gaps ambito', 'places ambito', 'comuni']],
    [{ theme: 'rilievi' }, ['coverage ambito', 'gaps ambito', 'places ambito', 'findings']],
    [
      { theme: 'fragilita' },
      ['coverage ambito', 'gaps ambito', 'places ambito', 'fragility {"ats":null,"count":"propri"}', 'catchments'],
    ],
    [
      { theme: 'misure', level: 'distretto' },
      [
        'coverage distretto',
        'gaps distretto',
        'places distretto',
        'measure nearest distretto',
        'reach regione',
        'reach ats',
      ],
    ],
    [
      { theme: 'orari', level: 'comune' },
      ['coverage ambito', 'gaps ambito', 'places ambito', 'openAt mar 17:30', 'week null', 'weekByAmbito', 'comuni'],
    ],
  ])('%o', async (state, own) => {
    const { service, asked } = serviceWith();
    await loadViewData(view(state), service);
    expect(asked.sort()).toEqual([...ALWAYS, ...own].sort());
  });
});

describe('the answers of a view', () => {
  const other = { fotografia: { hash: 'beef' } };

  it('of two snapshots are never mixed', async () => {
    for (const question of ['sites', 'gaps regione', 'coverage ambito', 'comuni']) {
      const { service } = serviceWith({ [question]: { meta: other } });
      await expect(loadViewData(view({ theme: 'tempi', level: 'comune' }), service)).rejects.toThrow(SnapshotChanged);
    }
  });

  it('that cannot say what they come from are not shown', async () => {
    await expect(loadViewData(view(), serviceWith({}, '').service)).rejects.toThrow('no fingerprint');
    const { service } = serviceWith({ sites: { meta: {} } });
    await expect(loadViewData(view(), service)).rejects.toThrow('no fingerprint');
  });
});

describe('the data of a view', () => {
  it('join each area with its travel times, and leave it without where there are none', async () => {
    const { gap: _, ...row } = area;
    const { service } = serviceWith({
      'coverage ambito': shapes(row, { ...row, codice: 'pavia' }),
      'gaps ambito': { rows: [gap] },
    });
    const { areas } = await loadViewData(view(), service);
    expect(areas.features.map((f) => [f.properties.codice, f.properties.gap?.minuti_medi])).toEqual([
      ['lodi', 22],
      ['pavia', undefined],
    ]);
  });

  it('total each ATS by its name, and the region under no name', async () => {
    const { service } = serviceWith({
      'gaps ats': { rows: [{ ...gap, nome: 'Milano' }] },
      'gaps regione': { rows: [{ ...gap, nome: 'Lombardia', residenti: 10 }] },
    });
    const { totals } = await loadViewData(view(), service);
    expect([...totals].map(([name, row]) => [name, row.residenti])).toEqual([
      ['Milano', 228000],
      ['', 10],
    ]);
  });

  it.each([
    [['stima', 'rete'], true],
    [['stima'], false],
    [undefined, false],
  ])('offer isochrones where the service travels by %j: %s', async (viaggi, hasRoads) => {
    const { service } = serviceWith({ siteSets: { meta: { fotografia: { hash: 'f00d' }, viaggi } } });
    expect((await loadViewData(view(), service)).hasRoads).toBe(hasRoads);
  });

  it('classify the minutes by the limits in use', async () => {
    const { service } = serviceWith({
      'gaps ambito': { meta: { fotografia: { hash: 'f00d' }, limiti: { minuti: 30 } } },
    });
    expect((await loadViewData(view(), service)).classes.map((c) => c.upTo)).toEqual([7.5, 15, 30, null]);
  });

  it('hold what no other view needs only in their own', async () => {
    const { service } = serviceWith();
    const { proposals, findings, measure, open, fragility, comuni, suggestions } = await loadViewData(view(), service);
    expect([proposals, findings, measure, open, fragility, comuni]).toEqual([null, null, null, null, null, null]);
    expect(suggestions).toEqual({ type: 'FeatureCollection', features: [] });
  });

  it('of the hours and of the fragility are found by their keys', async () => {
    const load = { site_id: 'LO01-H', residenti: 5 };
    const { service } = serviceWith({
      openAt: { rows: [openComune] },
      catchments: { rows: [load] },
      comuni: shapes(comune),
    });
    const hours = await loadViewData(view({ theme: 'orari', level: 'comune' }), service);
    expect(hours.open?.rows.get('098031')).toEqual(openComune);
    expect(hours.comuni?.features[0]?.properties).toEqual(comune);
    expect((await loadViewData(view({ theme: 'fragilita' }), service)).fragility?.loads.get('LO01-H')).toEqual(load);
  });
});
