import { join } from 'node:path';

const here = import.meta.dirname;
const artifacts = join(here, '../../artifacts/mutazioni-mappa');

/** Run from the folder of the map. What draws, listens or fetches is left to the browser's tests. */
export default {
  testRunner: 'vitest',
  plugins: [join(here, 'node_modules/@stryker-mutator/vitest-runner/dist/src/index.js')],
  vitest: { configFile: join(here, 'vitest.config.mjs') },
  mutate: [
    'src/{domain,state,text}/**/*.ts',
    'src/api/{apiClient,coverageData,meta,openRows,provenance}.ts',
    'src/drawing/{isochroneStyles,markerStyles,paint,painting,styles}.ts',
    'src/map/features/**/*.ts',
    'src/table/{listView,sorting}.ts',
    '!src/text/*[wW]ords.ts',
  ],
  coverageAnalysis: 'perTest',
  // Tables of words and of colours are read once, when a file is loaded: to change one would only ask to write it twice.
  ignoreStatic: true,
  // Vitest needs no rewritten tsconfig: none of this name is looked for.
  tsconfigFile: 'none.json',
  concurrency: 2,
  tempDirName: join(artifacts, 'tmp'),
  reporters: ['clear-text', 'html', 'json'],
  clearTextReporter: { allowColor: false, logTests: false, reportTests: false },
  htmlReporter: { fileName: join(artifacts, 'mutazioni.html') },
  jsonReporter: { fileName: join(artifacts, 'mutazioni.json') },
  thresholds: { high: 90, low: 80, break: 80 },
};
