import { prewarm, setWorkerUrl } from 'maplibre-gl';
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url';

// The worker of the map starts while the words and the answers are on their way.
setWorkerUrl(workerUrl);
prewarm();
