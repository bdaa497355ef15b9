import { el, svg } from '../drawing/dom';
import { ROAD_GREYS } from '../drawing/styles';
import type { Change, ViewState } from '../state/viewState';
import { LAYER_WORDS, MAP_LAYERS, type MapLayer, MORE_LAYERS, ROADS_WORDS } from '../text/mapWords';

/** How each layer looks, as the map draws it. */
const SAMPLES: Record<MapLayer, () => SVGElement[]> = {
  asst: () => [line({ stroke: '#5d7184', 'stroke-width': 1.4 })],
  province: () => [line({ stroke: '#2b3f54', 'stroke-width': 1.8, 'stroke-dasharray': '5 3' })],
  residenti: () =>
    [4, 9, 12, 18, 21].map((x, i) => svg('circle', { cx: x, cy: 4 + ((i * 5) % 9), r: 1.3, fill: '#33475b' })),
  punti: () => [
    svg('circle', { cx: 5, cy: 8, r: 2, fill: '#5b7690', stroke: '#33475b', 'stroke-width': 0.6 }),
    svg('circle', { cx: 16, cy: 8, r: 5, fill: '#b9c9d8', stroke: '#33475b', 'stroke-width': 1.6 }),
  ],
  reti: () => [line({ stroke: '#17324d', 'stroke-width': 1.8 })],
  percorsi: () => [line({ stroke: '#4f6374', 'stroke-width': 0.9 })],
};

const line = (attributes: Record<string, string | number>) =>
  svg('line', { x1: 1, y1: 8, x2: 23, y2: 8, ...attributes });

const ROADS_SAMPLE = () => [
  line({ y1: 6, y2: 6, stroke: ROAD_GREYS.great, 'stroke-width': 2.2 }),
  line({ y1: 11, y2: 11, stroke: ROAD_GREYS.less, 'stroke-width': 1.2 }),
];

/** A choice of the legend: its box, its sample, its words. */
function choice(
  name: string,
  { label, meaning }: { label: string; meaning: string },
  sample: SVGElement[],
  choose: () => void,
): { box: HTMLInputElement; field: HTMLElement } {
  const box = el('input', { type: 'checkbox', id: `strato-${name}`, onchange: choose });
  const drawn = svg('svg', { class: 'swatch-line', viewBox: '0 0 24 16', 'aria-hidden': 'true' }, ...sample);
  const words = el('span', {}, label, meaning && ' ', meaning && el('small', {}, meaning));
  return { box, field: el('label', { class: 'check' }, box, drawn, words) };
}

/** What the map may show besides the answers: a choice, its sample and its words in one. */
export class LayerControls {
  private readonly boxes = new Map<MapLayer, HTMLInputElement>();
  private readonly fields = new Map<MapLayer, HTMLElement>();
  private readonly roads: { box: HTMLInputElement; field: HTMLElement };
  private readonly frame: HTMLDetailsElement;
  private state: ViewState | null = null;

  constructor(after: HTMLElement, change: Change) {
    this.roads = choice('strade', ROADS_WORDS, ROADS_SAMPLE(), () => change({ roads: this.roads.box.checked }));
    for (const layer of MAP_LAYERS) {
      const { box, field } = choice(layer, LAYER_WORDS[layer], SAMPLES[layer](), () =>
        change({ layers: this.chosen() }),
      );
      this.boxes.set(layer, box);
      this.fields.set(layer, field);
    }
    this.frame = el(
      'details',
      { class: 'layers' },
      el('summary', {}, MORE_LAYERS),
      this.roads.field,
      ...this.fields.values(),
    );
    after.after(this.frame);
  }

  show(state: ViewState, hasRoads: boolean): void {
    this.roads.box.checked = hasRoads && state.roads;
    this.roads.field.hidden = !hasRoads;
    // What an address asks for is seen in the legend.
    if (this.state === null && state.layers.length > 0) this.frame.open = true;
    this.state = state;
    for (const [layer, box] of this.boxes) box.checked = state.layers.includes(layer);
    const journeys = this.fields.get('percorsi');
    if (journeys) journeys.hidden = state.theme !== 'tempi';
  }

  private chosen = (): MapLayer[] => MAP_LAYERS.filter((layer) => this.boxes.get(layer)?.checked);
}
