import { defineConfig } from 'vite';

/** Where the API of a service under development listens; only the dev server uses it. */
const api = process.env['COVERAGE_API'] ?? 'http://127.0.0.1:5080';

export default defineConfig({
  base: './',
  build: {
    outDir: '../CentriFamiglia.Coverage.Service/wwwroot',
    emptyOutDir: true,
    target: 'es2022',
    // Nobody reads the sizes of the compressed files: compressing them takes a tenth of the build.
    reportCompressedSize: false,
    // How long each plugin took is not for who builds the program, on a slow machine neither.
    rolldownOptions: { checks: { pluginTimings: false } },
    // The map engine is one library of about 1 MB: splitting it would only delay the first view.
    chunkSizeWarningLimit: 1600,
    // Fonts stay files, so that a content security policy needs no data: in font-src.
    assetsInlineLimit: 0,
  },
  css: {
    preprocessorOptions: {
      // bootstrap-italia is still written with @import: its deprecations are its own to mend.
      scss: { quietDeps: true, silenceDeprecations: ['import'], loadPaths: ['node_modules'] },
    },
  },
  worker: { format: 'es' },
  // The waters of geodata/ are drawn as they are.
  server: { fs: { allow: ['../..'] }, proxy: { '/api': api, '/openapi': api, '/docs': api } },
});
