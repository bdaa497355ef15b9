// @vitest-environment jsdom

import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ApiProblem } from '../../src/api/apiClient';
import { DownloadMenu } from '../../src/panels/downloadMenu';

const group = {
  title: 'Tutti i dati della domanda',
  formats: ['json', 'csv'] as ('json' | 'csv')[],
  resource: 'coverage',
  query: {},
  body: null,
  name: 'copertura-dati',
};
const file = { name: 'copertura-ambiti-2026-11-30.xlsx', content: new Blob(['x']) };

let given: string[] = [];

beforeEach(() => {
  given = [];
  URL.createObjectURL = () => 'blob:1';
  URL.revokeObjectURL = vi.fn();
  vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (this: HTMLAnchorElement) {
    given.push(this.download);
  });
});

afterEach(() => {
  vi.restoreAllMocks();
  document.body.replaceChildren();
});

function menu(table: () => Promise<typeof file> = async () => file) {
  const container = document.body.appendChild(document.createElement('div'));
  const asked = { table: vi.fn(table), answer: vi.fn(async () => file), picture: vi.fn() };
  new DownloadMenu(container, { content: () => ({ rows: 1504, groups: [group] }), ...asked });
  const button = container.querySelector('button') as HTMLButtonElement;
  const list = container.querySelector('.download-list') as HTMLElement;
  const press = (key: string) =>
    document.activeElement?.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
  return { ...asked, button, list, press, items: () => [...list.querySelectorAll<HTMLElement>('.download-item')] };
}

describe('the menu of downloads', () => {
  it('says what each file is, and how many lines the table has', () => {
    const { button, list, items } = menu();
    button.click();
    expect(items().map((i) => i.firstChild?.textContent)).toEqual([
      'Excel',
      'CSV',
      'GeoJSON',
      'GeoPackage',
      'JSON',
      'CSV',
      'PNG',
    ]);
    expect([...list.querySelectorAll('[role=group]')].map((g) => g.getAttribute('aria-label'))).toEqual([
      'La tabella com’è: 1.504 righe',
      'Tutti i dati della domanda',
      'Immagine della mappa (PNG)',
    ]);
  });

  it('opens with the arrow, is gone through with arrows, and gives the focus back on Escape', () => {
    const { button, list, items, press } = menu();
    button.focus();
    press('ArrowDown');
    expect([list.hidden, button.getAttribute('aria-expanded'), document.activeElement]).toEqual([
      false,
      'true',
      items()[0],
    ]);
    press('ArrowUp');
    expect(document.activeElement).toBe(items().at(-1));
    press('ArrowDown');
    press('ArrowDown');
    expect(document.activeElement).toBe(items()[1]);
    press('End');
    press('Home');
    expect(document.activeElement).toBe(items()[0]);
    press('Escape');
    expect([list.hidden, button.getAttribute('aria-expanded'), document.activeElement]).toEqual([
      true,
      'false',
      button,
    ]);
  });

  it('gives the file under the name of the service, says so, and is closed with the focus on its button', async () => {
    const { button, list, items, table } = menu();
    button.click();
    items()[3]?.click();
    await vi.waitFor(() => expect(given).toEqual(['copertura-ambiti-2026-11-30.xlsx']));
    expect(table).toHaveBeenCalledWith('gpkg');
    expect([list.hidden, document.activeElement]).toEqual([true, button]);
    expect(document.querySelector('.visually-hidden')?.textContent).toBe('Scaricato copertura-ambiti-2026-11-30.xlsx');
  });

  it('gives the map as a picture', () => {
    const { button, list, items, picture } = menu();
    button.click();
    items().at(-1)?.click();
    expect(picture).toHaveBeenCalledOnce();
    expect([list.hidden, document.activeElement]).toEqual([true, button]);
  });

  it('asks for the whole answer in its own form', async () => {
    const { button, items, answer } = menu();
    button.click();
    items().at(-2)?.click();
    await vi.waitFor(() => expect(given).toHaveLength(1));
    expect(answer).toHaveBeenCalledWith(group, 'csv');
  });

  it('stays open with the reason and the cure where there is no file, and offers to reload where the data are others', async () => {
    const { button, list, items } = menu(async () => {
      throw new ApiProblem(409, 'Dati cambiati', 'I dati sono cambiati.', null, 'Ricaricare la pagina.');
    });
    button.click();
    items()[0]?.click();
    await vi.waitFor(() =>
      expect(list.querySelector('[role=status]')?.textContent).toBe(
        'Non scaricato: I dati sono cambiati. Ricaricare la pagina. Ricarica la pagina',
      ),
    );
    expect(list.hidden).toBe(false);
  });

  it('is closed by a click elsewhere', () => {
    const { button, list } = menu();
    button.click();
    document.body.dispatchEvent(new Event('pointerdown', { bubbles: true }));
    expect(list.hidden).toBe(true);
  });
});
