import { readFileSync } from 'node:fs';
import openapiTS, { astToString } from 'openapi-typescript';
import { expect, test } from 'vitest';

// npm run api makes the types anew.
test('The types of the rows are those of the document of the service', async () => {
  const document = new URL('../../../../docs/openapi/v1.json', import.meta.url);
  const made = astToString(await openapiTS(document));

  const kept = readFileSync(new URL('../../src/api/schema.d.ts', import.meta.url), 'utf8');
  // The command puts a note of where they come from in front.
  expect(kept.slice(kept.indexOf('export interface paths'))).toBe(made.slice(made.indexOf('export interface paths')));
});
