import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import * as measureWords from '../../src/text/measureWords';
import * as viewWords from '../../src/text/viewWords';
import * as words from '../../src/text/words';

const SOURCE = join(import.meta.dirname, '../../src');
const TABLES = ['words.ts', 'measureWords.ts', 'viewWords.ts'].map((name) => join('text', 'it', name));

/** What people read for each enumerated word. */
const shownBy = (value: unknown): string[] =>
  typeof value === 'string'
    ? [value]
    : typeof value === 'object' && value !== null && !Array.isArray(value)
      ? Object.values(value).flatMap(shownBy)
      : [];

describe('what people read for a word of the data', () => {
  const shown = [words, measureWords, viewWords]
    .flatMap((tables) => Object.entries(tables))
    .filter(([name]) => name.endsWith('_WORDS'))
    .flatMap(([, table]) => shownBy(table))
    // Short names of the domain are words of every sentence.
    .filter((text) => text.includes(' ') || text.length > 9);

  it('is known', () => {
    expect(shown).toContain('Non conforme');
    expect(shown).toContain('Sede, ruolo non dichiarato');
    expect(shown).toContain('Bacini bilanciati');
  });

  it('stands in one table', () => {
    const files = readdirSync(SOURCE, { recursive: true, encoding: 'utf8' }).filter((f) => f.endsWith('.ts'));
    const again = files
      .filter((file) => !TABLES.includes(file))
      .flatMap((file) => {
        const source = readFileSync(join(SOURCE, file), 'utf8');
        return shown.filter((text) => source.includes(`'${text}'`)).map((text) => `${file}: ${text}`);
      });
    expect(again).toEqual([]);
  });

  it('is never a word of the data', () => {
    expect(shown.filter((text) => text.includes('_'))).toEqual([]);
  });
});
