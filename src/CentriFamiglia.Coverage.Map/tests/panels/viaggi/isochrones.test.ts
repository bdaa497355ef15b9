// @vitest-environment jsdom

import { expect, it, vi } from 'vitest';
import type { IsochroneRow } from '../../../src/api/rows';
import { isochroneSection } from '../../../src/panels/viaggi/isochrones';

// jsdom draws no canvas.
HTMLCanvasElement.prototype.getContext = () => null;

const row = (minuti: number, residenti: number): IsochroneRow => ({
  site_id: 'BG01-H',
  nome: 'Hub',
  minuti,
  residenti,
  stato: 'ok',
  aggancio_m: 12.34,
  strada: 'Via Roma',
  dimostrativo: true,
});

const shown = async (draw: (site: string) => Promise<IsochroneRow[]>) => {
  const section = isochroneSection('BG01-H', draw);
  section.querySelector('button')?.click();
  await vi.waitFor(() => expect(section.querySelector('[role=status]')?.textContent).not.toBe(''));
  return section.querySelector('[role=status]')?.textContent ?? '';
};

it('tells residents, the road and that it is not the rush hour', async () => {
  const draw = vi.fn(async () => [row(15, 1200), row(30, 56789)]);
  const text = await shown(draw);
  expect(draw).toHaveBeenCalledWith('BG01-H');
  expect(text).toContain('entro 30 minuti');
  expect(text).toContain('56.789 residenti');
  expect(text).toContain('12,3 metri dalla sede: Via Roma');
  expect(text).toContain('non nell’ora di punta');
});

it('says so where the sede is off the network, or the service does not answer', async () => {
  expect(await shown(async () => [{ ...row(15, 0), stato: 'not_snapped', aggancio_m: null, strada: null }])).toContain(
    'troppo lontana da una strada',
  );
  expect(await shown(() => Promise.reject(new Error('Il servizio non risponde')))).toContain('non risponde');
});
