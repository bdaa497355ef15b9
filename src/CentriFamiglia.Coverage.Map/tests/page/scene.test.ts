import { afterEach, expect, it, vi } from 'vitest';
import type { SuggestionRow } from '../../src/api/proposalRows';
import type { CoverageMap } from '../../src/map/coverageMap';
import { Scene } from '../../src/page/scene';
import { area, shapes } from '../examples/rows';
import { shown, view } from '../examples/views';

vi.mock('../../src/map/coverageMap', () => ({ REGION_BOUNDS: [8, 44, 11, 46] }));

afterEach(() => vi.unstubAllGlobals());

/** A map that remembers which sources it was sent, and which layers are seen. */
function mapped() {
  const sent: string[] = [];
  const seen: Record<string, boolean> = {};
  const map = {
    show: async (source: string) => void sent.push(source),
    setVisible: async (layer: string, visible: boolean) => {
      seen[layer] = visible;
    },
    idle: async () => {},
  };
  vi.stubGlobal('document', { body: { dataset: {} } });
  return { scene: new Scene(map as unknown as CoverageMap), sent, seen };
}

it('the rings of a trial are hidden with the sedi they surround', async () => {
  const { scene, seen } = mapped();
  await scene.draw(shown(), view({ theme: 'prova' }));
  expect([seen['sites'], seen['trial-rings']]).toEqual([true, true]);
  await scene.draw(shown(), view({ theme: 'prova', showSites: false }));
  expect([seen['sites'], seen['trial-rings']]).toEqual([false, false]);
});

it('only what looks otherwise is sent to the map again', async () => {
  const { scene, sent } = mapped();
  const suggestions = shapes({
    pro_com_t: '098010',
    unita_codice: 'lodi',
    tipo: 'spoke',
    ats: 'Milano',
  } as SuggestionRow);
  const data = shown({ areas: shapes(area), suggestions });
  await scene.draw(data, view({ theme: 'prova', showSuggestions: true }));
  expect(sent).toEqual(expect.arrayContaining(['areas', 'suggestions']));
  sent.length = 0;
  await scene.draw({ ...data }, view({ theme: 'prova', showSuggestions: true }));
  expect(sent).toEqual(['sites']);
  await scene.draw({ ...data }, view({ theme: 'prova', ats: 'Pavia' }));
  expect(sent).toEqual(['sites', 'areas', 'sites', 'suggestions']);
});
