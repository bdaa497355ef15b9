import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';

const STYLES = join(import.meta.dirname, '../../src/styles');

it('no rule for a width of the window counts on paper', () => {
  const rules = readdirSync(STYLES)
    .filter((file) => file.endsWith('.css'))
    .flatMap((file) =>
      [...readFileSync(join(STYLES, file), 'utf8').matchAll(/@media[^{]*/g)].map(([rule]) => `${file}: ${rule.trim()}`),
    )
    .filter((rule) => rule.includes('width'));
  expect(rules.length).toBeGreaterThan(10);
  expect(rules.filter((rule) => !rule.includes('@media screen and '))).toEqual([]);
});
