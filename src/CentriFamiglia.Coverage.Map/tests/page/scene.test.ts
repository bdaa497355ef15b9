import { afterEach, expect, it, vi } from 'vitest';
import type { CoverageMap } from '../../src/map/coverageMap';
import type { Picture } from '../../src/map/features/pictureOf';
import { Scene } from '../../src/page/scene';
import { comune, shapes } from '../examples/rows';
import { shown, view } from '../examples/views';

vi.mock('../../src/map/coverageMap', () => ({ REGION_BOUNDS: [8, 44, 11, 46] }));

afterEach(() => vi.unstubAllGlobals());

/** A map that remembers which sources it was sent, and which layers are seen. */
function mapped() {
  const sent: string[] = [];
  const seen: Record<string, boolean> = {};
  const borders: boolean[][] = [];
  const map = {
    show: async (source: string) => void sent.push(source),
    draw: async ({ collections, visible, ground }: Picture) => {
      sent.push(...Object.keys(collections));
      Object.assign(seen, visible, ground);
    },
    showBorders: async (asst: boolean, provinces: boolean) => void borders.push([asst, provinces]),
    lakes: async () => [],
    idle: async () => {},
  };
  vi.stubGlobal('document', { body: { dataset: {} } });
  const scene = new Scene(map as unknown as CoverageMap);
  return { scene, sent, seen, borders };
}

it('the rings of a trial are hidden with the sedi they surround', async () => {
  const { scene, seen } = mapped();
  await scene.draw(shown(), view({ theme: 'prova' }));
  expect([seen['sites'], seen['trial-rings']]).toEqual([true, true]);
  await scene.draw(shown(), view({ theme: 'prova', showSites: false }));
  expect([seen['sites'], seen['trial-rings']]).toEqual([false, false]);
});

it('the lines of ASST and province, the residents and the networks are shown where they are asked for', async () => {
  const { scene, sent, seen, borders } = mapped();
  await scene.draw(shown(), view());
  expect([seen['residents'], ...borders]).toEqual([false, [false, false]]);
  const comuneShapes = shapes({ ...comune, residenti: 4200 });
  await scene.draw(shown({ comuneShapes }), view({ layers: ['province', 'residenti'] }));
  expect([seen['residents'], borders.at(-1)]).toEqual([true, [false, true]]);
  expect(sent.filter((source) => source === 'residents')).toHaveLength(1);
  await scene.draw(shown({ comuneShapes }), view({ layers: ['residenti'] }));
  expect(sent.filter((source) => source === 'residents')).toHaveLength(1);
});

it('what needs the comuni or their borders is drawn when they come', async () => {
  const { scene, sent } = mapped();
  const data = shown();
  await scene.draw(data, view({ layers: ['residenti'] }));
  expect(sent).not.toContain('residents');
  data.comuni = shapes(comune);
  await scene.drawComuni(data);
  expect(sent).toContain('comuniLabels');
  expect(sent).not.toContain('residents');
  data.comuneShapes = shapes(comune);
  await scene.drawComuni(data);
  expect(sent).toContain('residents');
  expect(sent.filter((source) => source === 'comuniLabels')).toHaveLength(1);
});

it('the main roads are seen where a network is loaded and they are wanted, the points of residence where they are chosen', async () => {
  const { scene, seen } = mapped();
  const grounds = async (hasRoads: boolean, change: Parameters<typeof view>[0]) => {
    await scene.draw(shown({ hasRoads }), view(change));
    return [seen['roads'], seen['demand']];
  };
  expect(await grounds(true, {})).toEqual([true, false]);
  expect(await grounds(false, {})).toEqual([false, false]);
  expect(await grounds(true, { roads: false, layers: ['punti'] })).toEqual([false, true]);
});
