import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { OF_ATS } from '../../src/api/ownRows';

interface Operation {
  parameters?: { name?: string }[];
}

it('an ATS is named in the questions that the document of the service gives it to', () => {
  const document = JSON.parse(readFileSync(join(import.meta.dirname, '../../../../docs/openapi/v1.json'), 'utf8')) as {
    paths: Record<string, { get?: Operation }>;
  };
  const questions = Object.entries(document.paths)
    .filter(
      ([path, { get }]) => /^\/api\/v1\/[^/{]+$/.test(path) && get?.parameters?.some(({ name }) => name === 'ats'),
    )
    .map(([path]) => path.replace('/api/v1/', ''));
  expect(OF_ATS).toEqual(questions);
});
