import { brotliCompressSync, constants } from 'node:zlib';
import { defineConfig, type Plugin } from 'vite';

/** Where the API of a service under development listens; only the dev server uses it. */
const api = process.env['COVERAGE_API'] ?? 'http://127.0.0.1:5080';

/** Beside each file the same packed as well as can be: the service gives it in its place. Fonts and images are packed already. */
const packed = (): Plugin => ({
  name: 'packed',
  apply: 'build',
  generateBundle: {
    order: 'post',
    handler(_, bundle) {
      for (const [fileName, file] of Object.entries(bundle)) {
        if (!/\.(js|css|geojson)$/.test(fileName)) continue;
        const plain = Buffer.from(file.type === 'chunk' ? file.code : file.source);
        const source = brotliCompressSync(plain, { params: { [constants.BROTLI_PARAM_SIZE_HINT]: plain.length } });
        this.emitFile({ type: 'asset', fileName: `${fileName}.br`, source });
      }
    },
  },
});

/** Tells `lingua.js` where the words of each language are, so that they come beside the script that waits for them. */
const wordsAhead = (): Plugin => ({
  name: 'words-ahead',
  apply: 'build',
  transformIndexHtml: {
    order: 'post',
    handler(html, { bundle }) {
      const words = Object.values(bundle ?? {}).flatMap((file) => {
        const [, language] =
          /src\/text\/(\w+)\/index\.ts$/.exec((file.type === 'chunk' && file.facadeModuleId) || '') ?? [];
        return language ? [`data-${language}="./${file.fileName}"`] : [];
      });
      return html.replace('src="./lingua.js"', `src="./lingua.js" ${words.join(' ')}`);
    },
  },
});

export default defineConfig({
  base: './',
  plugins: [packed(), wordsAhead()],
  build: {
    outDir: '../CentriFamiglia.Coverage.Service/wwwroot',
    emptyOutDir: true,
    target: 'es2022',
    // Nobody reads the sizes of the compressed files: compressing them takes a tenth of the build.
    reportCompressedSize: false,
    // How long each plugin took is not for who builds the program, on a slow machine neither.
    rolldownOptions: {
      input: ['index.html', 'guida.html'],
      checks: { pluginTimings: false },
      // The map engine waits for no word: its worker starts while the words are on their way.
      output: { codeSplitting: { groups: [{ name: 'map-engine', test: /maplibre-gl|map\/worker\.ts/ }] } },
    },
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
