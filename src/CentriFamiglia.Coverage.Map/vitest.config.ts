import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: { include: ['tests/**/*.test.ts'] },
  // The glossary of the documents is a part of the words.
  server: { fs: { allow: ['../..'] } },
});
