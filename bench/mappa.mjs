// What the map costs in a browser: a service before, a service after, one headless Chromium (software GL), the same steps.
//   node --experimental-websocket bench/mappa.mjs http://127.0.0.1:5080 [http://127.0.0.1:5081 …]
// CHROMIUM names the browser (chromium), PORT the port of its protocol (9222), TRIALS how many what-ifs are dragged (200),
// RUNS how many times, the services in turn, all else is measured (5): medians are told.
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const hosts = process.argv.slice(2);
const port = Number(process.env.PORT ?? 9222);
const trials = Number(process.env.TRIALS ?? 200);
const runs = Number(process.env.RUNS ?? 5);
const THEMES = ['tempi', 'misure', 'orari', 'proposte', 'rilievi', 'fragilita', 'prova', 'copertura'];
const pause = (ms) => new Promise((done) => setTimeout(done, ms));

async function open() {
  const profile = mkdtempSync(join(tmpdir(), 'mappa-'));
  const flags = ['--headless=new', '--no-sandbox', '--no-first-run', '--disable-background-networking', '--use-angle=swiftshader', '--enable-unsafe-swiftshader'];
  const browser = spawn(process.env.CHROMIUM ?? 'chromium', [...flags, `--remote-debugging-port=${port}`, `--user-data-dir=${profile}`, 'about:blank'], { stdio: 'ignore' });
  let target;
  for (let i = 0; i < 100 && !target; i++) {
    await pause(200);
    target = await fetch(`http://127.0.0.1:${port}/json`).then((r) => r.json()).then((all) => all.find((t) => t.type === 'page'), () => undefined);
  }
  const socket = new WebSocket(target.webSocketDebuggerUrl);
  await new Promise((done) => { socket.onopen = done; });
  const waiting = new Map();
  let last = 0;
  let bytes = 0;
  let snapshot = [];
  const workers = new Set();
  const call = (method, params = {}, sessionId) => new Promise((done) => {
    waiting.set(++last, done);
    socket.send(JSON.stringify({ id: last, method, params, sessionId }));
  });
  socket.addEventListener('message', ({ data }) => {
    const { id, result, method, params } = JSON.parse(data);
    waiting.get(id)?.(result);
    waiting.delete(id);
    if (method === 'Network.loadingFinished') bytes += params.encodedDataLength;
    if (method === 'HeapProfiler.addHeapSnapshotChunk') snapshot.push(params.chunk);
    // The worker of the map asks for the waters by itself.
    if (method === 'Target.detachedFromTarget') workers.delete(params.sessionId);
    if (method === 'Target.attachedToTarget') {
      workers.add(params.sessionId);
      void call('Network.enable', {}, params.sessionId);
      void call('Runtime.runIfWaitingForDebugger', {}, params.sessionId);
    }
  });
  const value = async (expression) => (await call('Runtime.evaluate', { expression, awaitPromise: true, returnByValue: true })).result.value;
  for (const domain of ['Page', 'Network', 'Runtime']) await call(`${domain}.enable`);
  // What the thread itself works: a loaded machine does not lengthen it.
  await call('Performance.enable', { timeDomain: 'threadTicks' });
  await call('Target.setAutoAttach', { autoAttach: true, waitForDebuggerOnStart: true, flatten: true });
  await call('Emulation.setDeviceMetricsOverride', { width: 1280, height: 800, deviceScaleFactor: 1, mobile: false });
  await call('Page.addScriptToEvaluateOnNewDocument', { source: `
    window.longest = 0;
    new PerformanceObserver((l) => { for (const e of l.getEntries()) window.longest = Math.max(window.longest, e.duration); }).observe({ entryTypes: ['longtask'] });
    new MutationObserver(() => { if (document.body?.dataset.map === 'ready') window.readyAt ??= performance.now(); })
      .observe(document, { attributes: true, subtree: true, childList: true, attributeFilter: ['data-map'] });` });
  return {
    call, value,
    bytes: () => bytes,
    /** The heap of the page, class by class. */
    heap: async () => {
      snapshot = [];
      await call('HeapProfiler.takeHeapSnapshot', { reportProgress: false });
      return JSON.parse(snapshot.join(''));
    },
    workers: () => workers,
    metric: async (name) => (await call('Performance.getMetrics')).metrics.find((m) => m.name === name).value,
    // The page tells when it is so: asking it again and again would count as its work.
    until: (expression) => value(`new Promise((done) => {
      const look = () => { if (${expression}) { watch.disconnect(); done(true); } };
      const watch = new MutationObserver(look);
      watch.observe(document, { attributes: true, subtree: true, childList: true });
      look();
    })`),
    close: async () => {
      const gone = new Promise((done) => browser.on('exit', done));
      void call('Browser.close');
      await gone;
      rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

const READY = "document.body?.dataset.map === 'ready' && !document.body.classList.contains('is-loading')";

async function load(page, address) {
  await page.call('Page.navigate', { url: 'about:blank' });
  await pause(200);
  const before = page.bytes();
  await page.call('Page.navigate', { url: address });
  while (!(await page.value(`location.href.startsWith('http') && !!document.body`))) await pause(100);
  await page.until(READY);
  const ready = await page.value('Math.round(window.readyAt)');
  await pause(3000);
  return { ready, kB: (page.bytes() - before) / 1000 };
}

/** Milliseconds of the main thread, and its longest task (under 50 ms none is told), until a view stands still. */
async function switched(page, theme) {
  await page.value('window.longest = 0');
  const before = await page.metric('TaskDuration');
  await page.value(`document.querySelector('input[name=tema][value=${theme}]').click()`);
  await page.until(READY);
  await pause(600);
  return { ms: ((await page.metric('TaskDuration')) - before) * 1000, longest: await page.value('window.longest') };
}

/** What the engine compiled of the script, and what it keeps to do it: it grows as long as it is worked with, whatever the page keeps. */
const COMPILED = ['code', 'object shape'];
/** The browser's own record of what a page did: of each kind at most some hundreds. */
const RECORDED = /^(Performance|blink::(ScriptTiming|.*Performance)|LayoutShift|TaskAttribution|NavigationHistoryEntry)/;

/** What the page holds once all that nobody holds is gone, MB; and how many objects, nodes and listeners that is. */
async function held(page) {
  await page.until(READY);
  for (const session of [undefined, ...page.workers()]) {
    await page.call('HeapProfiler.enable', {}, session);
    for (let i = 0; i < 3; i++) await page.call('HeapProfiler.collectGarbage', {}, session);
  }
  const [nodes, listeners] = [await page.metric('Nodes'), await page.metric('JSEventListeners')];
  const heap = (await page.metric('JSHeapUsedSize')) / 1e6;
  let worker = 0;
  for (const session of page.workers()) worker += ((await page.call('Runtime.getHeapUsage', {}, session))?.usedSize ?? 0) / 1e6;
  const { snapshot: { meta }, nodes: all, strings } = await page.heap();
  const [type, name, size] = ['type', 'name', 'self_size'].map((field) => meta.node_fields.indexOf(field));
  let [compiled, own, objects] = [0, 0, 0];
  for (let i = 0; i < all.length; i += meta.node_fields.length) {
    const kind = meta.node_types[type][all[i + type]];
    const named = strings[all[i + name]];
    if (COMPILED.includes(kind) || named.startsWith('system /')) compiled += all[i + size];
    else if (kind !== 'native' || !RECORDED.test(named)) own += all[i + size];
    if (kind === 'object' || kind === 'closure') objects++;
  }
  return { heap, own: own / 1e6, compiled: compiled / 1e6, worker, objects, nodes, listeners };
}

async function dragged(page, host) {
  const { features } = await (await fetch(`${host}/api/v1/sites?f=geojson`)).json();
  const { geometry: { coordinates: [lon, lat] } } = features.find((f) => f.properties.role === 'spoke' && f.properties.status === 'active');
  await load(page, `${host}/#tema=prova&vista=${lon.toFixed(4)},${lat.toFixed(4)},11.00`);
  const box = JSON.parse(await page.value("JSON.stringify(document.querySelector('#mappa-tela canvas').getBoundingClientRect())"));
  const middle = { x: box.left + box.width / 2, y: box.top + box.height / 2 };
  const mouse = (type, x, y) => page.call('Input.dispatchMouseEvent', { type, x, y, button: 'left', buttons: type === 'mouseReleased' ? 0 : 1, clickCount: 1 });
  let [at, moves, busy] = [0, 0, 0];
  const memory = [];
  for (let i = 0; i < trials; i++) {
    const to = i % 2 ? 0 : 60;
    const before = await page.metric('TaskDuration');
    await mouse('mousePressed', middle.x + at, middle.y);
    for (let step = 1; step <= 6; step++, moves++) {
      await mouse('mouseMoved', middle.x + at + ((to - at) * step) / 6, middle.y);
      await pause(16);
    }
    await mouse('mouseReleased', middle.x + to, middle.y);
    at = to;
    await page.until("document.body.dataset.trial === 'ready'");
    busy += ((await page.metric('TaskDuration')) - before) * 1000;
    if ([Math.ceil(trials / 10), Math.ceil(trials / 2), trials].includes(i + 1)) memory.push({ after: i + 1, ...(await held(page)) });
  }
  return { move: busy / moves, asked: await page.value("decodeURIComponent(location.hash).includes('prova=')"), memory };
}

/** In a browser of its own: the first load, the second, and every view once it has its answers. */
async function once(host) {
  const page = await open();
  const cold = await load(page, `${host}/`);
  const warm = await load(page, `${host}/`);
  const round = async () => { const all = {}; for (const theme of THEMES) all[theme] = await switched(page, theme); return all; };
  await round();
  const views = await round();
  await page.close();
  return { cold, warm, views };
}

const median = (numbers) => numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)];
const measured = new Map(hosts.map((host) => [host, []]));
for (let run = 0; run < runs; run++) for (const host of hosts) measured.get(host).push(await once(host));

for (const host of hosts) {
  const all = measured.get(host);
  const of = (what) => median(all.map(what)).toFixed(0);
  const first = (which) => `${of((m) => m[which].ready)} ms (${all.map((m) => m[which].ready).join(', ')}), ${of((m) => m[which].kB)} kB`;
  const views = THEMES.map((theme) => ({ theme, ms: of((m) => m.views[theme].ms), longest: of((m) => m.views[theme].longest) }));
  const ms = views.map((view) => Number(view.ms));
  console.log(`${host}, mediane di ${runs} esecuzioni
  prima figura: fredda ${first('cold')}; calda ${first('warm')}
  cambio di vista, thread principale: ${views.map((view) => `${view.theme} ${view.ms} (${view.longest})`).join(', ')}
  media ${(ms.reduce((a, b) => a + b, 0) / ms.length).toFixed(0)} ms, al più ${Math.max(...ms)} ms; tra parentesi il compito più lungo`);
  if (trials > 0) {
    const page = await open();
    const drag = await dragged(page, host);
    console.log(`  trascinare: ${drag.move.toFixed(1)} ms per mossa, ${drag.asked ? 'la prova è nell’indirizzo' : 'NESSUNA PROVA'}`);
    for (const { after, heap, own, compiled, worker, objects, nodes, listeners } of drag.memory) {
      const [all, kept, code, aside] = [heap, own, compiled, worker].map((mb) => mb.toFixed(2));
      console.log(`  dopo ${after} prove: heap ${all} MB; nella fotografia ${kept} MB di oggetti (${objects}), ${code} MB di codice compilato; lavoratore ${aside} MB; ${nodes} nodi, ${listeners} ascoltatori`);
    }
    await page.close();
  }
}
