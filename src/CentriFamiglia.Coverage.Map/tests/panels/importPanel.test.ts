// @vitest-environment jsdom

import { beforeEach, describe, expect, it, vi } from 'vitest';
import { type ImportPreview, previewOf } from '../../src/api/previewRows';
import { ImportPanel } from '../../src/panels/importPanel';

const issue = (change: object) => ({
  file: 'sedi.csv',
  tipo: 'sedi',
  riga: 3,
  id: 'X1',
  colonna: 'lon',
  gravita: 'rifiutata',
  motivo: 'il punto è fuori dalla Lombardia',
  rimedio: 'Correggere le coordinate.',
  valore: '19,7',
  ...change,
});

const answer = (meta: object = {}, rows: object[] = []): ImportPreview =>
  previewOf({
    meta: {
      righe_lette: 12,
      righe_accettate: 10,
      righe_rifiutate: 2,
      righe_corrette: 0,
      generi: ['sedi', 'reti'],
      file: [{ file: 'sedi.csv', tipo: 'sedi' }],
      sedi: 'dimostrative',
      modifiche: [
        { op: 'add', id: 'X1', role: 'spoke', lon: 9.7, lat: 45.7 },
        { op: 'close', id: 'BG01-S2' },
      ],
      reti: [],
      senza_rete: [],
      prova_rifiutata: null,
      punti: [{ id: 'X1', riga: null, lon: 9.7, lat: 45.7, esito: 'add' }],
      ...meta,
    },
    rows: rows as never,
  });

const newActions = () => ({
  again: vi.fn(() => {}),
  tryOut: vi.fn(() => {}),
  write: vi.fn(() => {}),
  report: vi.fn(() => {}),
  closed: vi.fn(() => {}),
});
let actions: ReturnType<typeof newActions>;
let panel: ImportPanel;
const at = <T extends HTMLElement>(selector: string) => panel.element.querySelector<T>(selector) as T;
const rows = () => [...panel.element.querySelectorAll('tbody tr')].map((row) => row.children[2]?.textContent);

beforeEach(() => {
  document.body.replaceChildren();
  actions = newActions();
  panel = new ImportPanel(actions);
  document.body.append(panel.element);
  panel.open('sedi.csv');
});

describe('the panel of a file that is tried', () => {
  it('says how many rows were taken, and what changes', () => {
    const preview = answer();
    panel.show(preview);
    expect(at('[role=status]').textContent).toBe('12 righe lette: 10 accettate, 2 rifiutate, 0 corrette');
    expect(at('.import-body').textContent).toContain('Sedi dell’insieme «Dimostrative (inventate)»: 1 nuova, 1 chiusa');
    at('.import-try').click();
    expect(actions.tryOut).toHaveBeenCalledWith(preview);
  });

  it('has the refused rows first, and filters by outcome', () => {
    panel.show(
      answer({}, [issue({ gravita: 'nota' }), issue({ gravita: 'rifiutata' }), issue({ gravita: 'corretta' })]),
    );
    expect(rows()).toEqual(['Rifiutata', 'Corretta', 'Nota']);
    expect(at('tbody tr').textContent).toBe(
      '3X1Rifiutatalonil punto è fuori dalla Lombardia («19,7»)Correggere le coordinate.',
    );
    at<HTMLSelectElement>('#importa-esito').value = 'corretta';
    at('#importa-esito').dispatchEvent(new Event('change'));
    expect(rows()).toEqual(['Corretta']);
  });

  it('lets nobody act on a reading that is being made anew', () => {
    panel.show(answer());
    at('.import-try').focus();
    panel.wait('Lettura');
    expect([at('.import-body').inert, document.activeElement?.id]).toEqual([true, 'importa-titolo']);
    panel.show(answer());
    expect(at('.import-body').inert).toBe(false);
    panel.wait('Scrittura');
    panel.outdated({ detail: 'I dati sono cambiati.', cure: '' });
    expect(at('.import-body').inert).toBe(false);
  });

  it.each([
    [true, 'Il file è scritto nell’archivio'],
    [false, 'Nulla è stato scritto: il rapporto dice perché.'],
  ])('says whether the file was written: %s', (isWritten, words) => {
    panel.written({ ...answer({ righe_accettate: 10 }), isWritten });
    expect(at('.import-panel .note, .note').textContent).toContain(words);
  });

  it('asks what the file holds where it cannot be told, with the choices', () => {
    panel.show(answer({ file: [{ file: 'x.csv', tipo: null }], sedi: null, modifiche: [] }));
    expect(at('[role=alert]').textContent).toBe('Non si riconosce che cosa contiene: sceglierlo qui sopra.');
    const kind = at<HTMLSelectElement>('#importa-genere');
    expect([...kind.options].map((option) => option.text)).toEqual([
      'Lo riconosce il servizio',
      'Sedi',
      'Reti (progettualità)',
    ]);
    kind.value = 'sedi';
    kind.dispatchEvent(new Event('change'));
    expect(actions.again).toHaveBeenCalledWith({ kind: 'sedi', isWhole: false, inComune: false });
  });

  it('offers no trial where there is none, and says why and how to mend it', () => {
    panel.show(answer({ prova_rifiutata: { motivo: 'le modifiche sono 2.000.', rimedio: 'Provarle in più file.' } }));
    expect(at('.import-try')).toBeNull();
    expect(at('.import-body').textContent).toContain('le modifiche sono 2.000. Provarle in più file.');
  });

  it('says what the import would say of the completeness of the list, and the trial does not', () => {
    panel.show(answer({ completo_prima: ['Bergamo', 'Pavia'], completo_dopo: ['Pavia', 'Brianza'] }));
    expect(at('.import-body').textContent).toContain('dichiarerebbe completo l’elenco di Brianza: la prova no.');
    expect(at('.import-body').textContent).toContain('l’elenco di Bergamo non sarebbe più completo');
  });

  it('says why a file is not read, and is closed by Escape', () => {
    panel.fail({ detail: 'file: non è una tabella.', cure: 'Salvarlo come XLSX.' });
    expect(at('[role=alert]').textContent).toBe('file: non è una tabella. Salvarlo come XLSX.');
    at('h2').dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true }));
    expect([panel.element.hidden, actions.closed.mock.calls.length]).toEqual([true, 1]);
  });
});
