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
    draw: async ({ collections, visible }: Picture) => {
      sent.push(...Object.keys(collections));
      Object.assign(seen, visible);
    },
    showBorders: async (asst: boolean, provinces: boolean) => void borders.push([asst, provinces]),
    lakes: async () => [],
    idle: async () => {},
  };
  vi.stubGlobal('document', { body: { dataset: {} } });
  return { scene: new Scene(map as unknown as CoverageMap), sent, seen, borders };
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
  const comuni = shapes({ ...comune, residenti: 4200 });
  await scene.draw(shown({ comuni }), view({ layers: ['province', 'residenti'] }));
  expect([seen['residents'], borders.at(-1)]).toEqual([true, [false, true]]);
  expect(sent.filter((source) => source === 'residents')).toHaveLength(1);
  await scene.draw(shown({ comuni }), view({ layers: ['residenti'] }));
  expect(sent.filter((source) => source === 'residents')).toHaveLength(1);
});

it('what needs the comuni is drawn when they come', async () => {
  const { scene, sent } = mapped();
  const data = shown();
  await scene.draw(data, view({ layers: ['residenti'] }));
  expect(sent).not.toContain('residents');
  data.comuni = shapes(comune);
  await scene.drawComuni(data.comuni);
  expect(sent).toEqual(expect.arrayContaining(['comuni', 'comuniLabels', 'residents']));
});
