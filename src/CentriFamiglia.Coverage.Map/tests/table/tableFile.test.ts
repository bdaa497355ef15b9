import { describe, expect, it } from 'vitest';
import {
  type Cell,
  count,
  decimal,
  figure,
  judgement,
  type Line,
  minutes,
  notKnown,
  text,
  word,
} from '../../src/table/listings/cells';
import { tableFile } from '../../src/table/tableFile';

const line = (code: string, ...cells: Cell[]): Line => ({
  selection: { kind: 'comune', code },
  ats: 'Brescia',
  searched: '',
  cells,
});
const file = (columns: Parameters<typeof tableFile>[0]['columns'], ...lines: Line[]) =>
  tableFile({ columns }, lines, 'con la prova') as {
    columns: { key: string; label: string; type: string }[];
    rows: { level: string | null; code: string | null; cells: unknown[] }[];
  };

describe('the file of a table', () => {
  it('has the lines in their order, figures as numbers and words as they are read', () => {
    const columns = [text('nome', 'Comune'), figure('minuti', 'Minuti'), figure('residenti', 'Residenti')];
    const { columns: heads, rows } = file(
      columns,
      line('017029', word('Brescia'), decimal(12.345), count(200901)),
      line('017001', word(null), decimal(null), count(7)),
    );
    expect(heads).toEqual([
      { key: 'nome', label: 'Comune', type: 'text' },
      { key: 'minuti', label: 'Minuti', type: 'number' },
      { key: 'residenti', label: 'Residenti', type: 'integer' },
    ]);
    expect(rows).toEqual([
      { level: 'comune', code: '017029', cells: ['Brescia', 12.345, 200901] },
      { level: 'comune', code: '017001', cells: [null, null, 7] },
    ]);
  });

  it('writes a judgement as people read it, not its rank', () => {
    const { rows } = file(
      [judgement('esito', 'Esito')],
      line('1', { text: 'Entro il limite', value: 0 }),
      line('2', notKnown()),
    );
    expect(rows.map((row) => row.cells)).toEqual([['Entro il limite'], ['Non noto']]);
  });

  it('keeps what a cell says in the place of a figure, and beside one, in a column of its own', () => {
    const { columns, rows } = file(
      [{ ...figure('minuti', 'Quota'), unit: '%' }],
      line('1', minutes(null, true)),
      line('2', { text: '3, a parte', value: 3, said: 'a parte' }),
      line('3', minutes(4, true)),
    );
    expect(columns.map((c) => [c.key, c.label, c.type])).toEqual([
      ['minuti', 'Quota, %', 'integer'],
      ['minuti_nota', 'Quota, %, nota', 'text'],
    ]);
    expect(rows.map((row) => row.cells)).toEqual([
      [null, 'non raggiungibile'],
      [3, 'a parte'],
      [4, null],
    ]);
  });

  it('writes what a trial changes as two figures', () => {
    const { columns, rows } = file(
      [figure('minuti', 'Minuti')],
      line('1', { text: '12,0 → 10,5', value: 10.5, before: 12 }),
    );
    expect(columns.map((c) => c.label)).toEqual(['Minuti, oggi', 'Minuti, con la prova']);
    expect(rows[0]?.cells).toEqual([12, 10.5]);
  });

  it('says what a line is about where that is not what is selected', () => {
    const finding: Line = { ...line('R1/ambito/x', word('X')), selection: { kind: 'rilievo', code: 'R1/ambito/x' } };
    const { rows } = file([text('nome', 'Soggetto')], { ...finding, place: { level: 'ambito', code: 'x' } }, finding);
    expect(rows.map(({ level, code }) => [level, code])).toEqual([
      ['ambito', 'x'],
      [null, null],
    ]);
  });
});
